//! The heights that the build measured: a file that need not be there, and is never written by hand.

use serde_json::Value;

use super::{Folder, json};
use crate::fault::{Fault, FaultKind};
use crate::heights::{BOUNDS, FILE, Heights};

/// What the file says; what counts without it if there is none.
pub(super) fn read(folder: &Folder, faults: &mut Vec<Fault>) -> Heights {
    let Some(bytes) = folder.files.get(FILE) else { return Heights::default() };
    let value = match json::read(bytes) {
        Ok(json) => json.value,
        Err(kind) => {
            faults.push(Fault::of_file(FILE, kind));
            return Heights::default();
        }
    };
    match serde_json::from_value::<Heights>(value.clone()) {
        Ok(heights) => {
            outside(&value, faults);
            heights
        }
        Err(error) => {
            faults.push(Fault::of_file(FILE, FaultKind::Unreadable(error.to_string())));
            Heights::default()
        }
    }
}

fn outside(value: &Value, faults: &mut Vec<Fault>) {
    let heights = value.get("heights").and_then(Value::as_object).into_iter().flatten();
    for (tag, height) in heights {
        let (least, most) = (u64::from(*BOUNDS.start()), u64::from(*BOUNDS.end()));
        if !height.as_u64().is_some_and(|height| (least..=most).contains(&height)) {
            let kind = FaultKind::NumberOutside { found: height.to_string(), least, most };
            faults.push(Fault::at(FILE, &format!("/heights/{tag}"), kind));
        }
    }
}
