//! What a supporter puts into their letters: their own words, the points that matter to them, their name.

use crate::letter::words::Letter;

/// One supporter's part in every letter they write. Theirs alone, and apart from the campaign's texts; it lives as long
/// as the page is open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Guide {
    /// Answers to the campaign's prompts, in their order; empty or absent where nothing was answered.
    pub answers: Vec<String>,
    /// The chosen points by their place in the campaign's list, in the order in which they were chosen.
    pub points: Vec<usize>,
    /// The name below each letter; empty while not given.
    pub name: String,
    /// The postal address below the name; empty while not given.
    pub address: String,
}

impl Guide {
    /// Every point of the letter and nothing of one's own, for a letter that nobody has begun.
    pub fn with_every_point(letter: &Letter) -> Guide {
        Guide { points: (0..letter.points.len()).collect(), ..Guide::default() }
    }

    /// Keeps an answer to the prompt at this place.
    pub fn answer(&mut self, prompt: usize, text: String) {
        if self.answers.len() <= prompt {
            self.answers.resize(prompt + 1, String::new());
        }
        if let Some(answer) = self.answers.get_mut(prompt) {
            *answer = text;
        }
    }

    /// Whether words of the supporter's own are in it.
    pub fn has_words(&self) -> bool {
        self.answers.iter().any(|answer| !answer.trim().is_empty())
    }

    /// Chooses a point as the last one, or takes it out again.
    pub fn toggle(&mut self, point: usize) {
        let before = self.points.len();
        self.points.retain(|chosen| *chosen != point);
        if self.points.len() == before {
            self.points.push(point);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_stand_in_the_order_in_which_they_were_chosen() {
        let mut guide = Guide::default();
        for (toggled, chosen) in
            [(2, vec![2]), (0, vec![2, 0]), (1, vec![2, 0, 1]), (2, vec![0, 1]), (2, vec![0, 1, 2])]
        {
            guide.toggle(toggled);
            assert_eq!(guide.points, chosen);
        }
    }

    #[test]
    fn answers_keep_their_prompt() {
        let mut guide = Guide::default();
        guide.answer(1, "two".into());
        assert_eq!(guide.answers, ["", "two"]);
        guide.answer(0, "one".into());
        guide.answer(1, String::new());
        assert_eq!(guide.answers, ["one", ""]);
    }
}
