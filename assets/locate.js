// Finds the district around the visitor, on their device. The shapes of all districts come whole, for everybody alike and whatever
// the browser answers; the position is looked up in them and forgotten. crates/shapes/src/atlas.rs says how they are written, and
// looks places up in the same way. assets/map.js draws what is read here.
// The button names the file of the shapes.
const STEPS = 2048, METRES = 111e3, NEAR = 200, OUTSIDE = 1e3;

const count = length => Array.from({ length });

// The next number of `from.bytes`.
export const number = from => {
  for (var sum = 0, scale = 1, byte = 128; byte > 127; scale *= 128) sum += ((byte = from.bytes[from.at++]) & 127) * scale;
  return sum;
};
export const signed = code => code & 1 ? -(code + 1) / 2 : code / 2;
export const text = (from, length) => new TextDecoder().decode(from.bytes.subarray(from.at, from.at += length));

// Names with their rings of points, [degrees east, degrees north] each.
export const atlas = (from, steps) => {
  var next = () => number(from), lengths = count(next()).map(next), moves = lengths.map(next), line = 0;
  var axis = () => {
    var at = 0;
    return lengths.map((length, line) =>
      count(length).map(() => (at = (Math.floor(at / moves[line]) + signed(next())) * moves[line]) / steps));
  };
  var xs = axis(), ys = axis();
  return text(from, next()).split(" ").map(name => [name, count(next()).map(() => count(next()).flatMap(() => {
    var code = next(), back = code & 1;
    line += signed((code - back) / 2);
    var points = xs[line].map((x, at) => [x, ys[line][at]]);
    return back ? points.reverse() : points;
  }))]);
};

// The districts of the file of shapes.
export const areas = from => atlas(from, STEPS);

// The names of the districts around a place, the one that it is in first. Empty far outside all of them.
export const districts = (areas, latitude, longitude) => {
  var east = METRES * Math.cos(latitude * Math.PI / 180);
  var found = areas.map(([name, rings]) => {
    var inside = false, nearest = Infinity;
    rings.forEach(ring => {
      var x, y;
      for (var point of ring) {
        var x0 = x, y0 = y;
        x = (point[0] - longitude) * east;
        y = (point[1] - latitude) * METRES;
        if (x0 === undefined) continue;
        if (y0 > 0 !== y > 0 && x0 - y0 * (x - x0) / (y - y0) > 0) inside = !inside;
        var dx = x - x0, dy = y - y0, squared = dx * dx + dy * dy;
        var along = squared > 0 ? Math.min(1, Math.max(0, -(x0 * dx + y0 * dy) / squared)) : 0;
        nearest = Math.min(nearest, Math.hypot(x0 + along * dx, y0 + along * dy));
      }
    });
    return [inside ? -1 : nearest, name];
  }).sort((one, other) => one[0] - other[0]);
  if (!(found[0][0] < OUTSIDE)) return [];
  return found.filter(([metres], place) => metres < NEAR || !place).map(([, name]) => name);
};

// A file of the site, if it is the one that its name says.
export const load = async path => {
  var base = document.querySelector("script[data-action]").dataset.action.replace(/[^/]*$/, "");
  var bytes = new Uint8Array(await (await fetch(base + path)).arrayBuffer());
  var sum = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).slice(0, 4);
  if (!path.includes([...sum].map(byte => byte.toString(16).padStart(2, 0)).join(""))) throw path;
  return bytes;
};

// Where somebody is who lives near a line, for the map on which they choose their side. The next press of anything else forgets it.
export var here;
const forget = ({ target }) => {
  if (target.closest("[data-action=map]")) return;
  here = undefined;
  removeEventListener("click", forget);
};

// What there is to say, in the order of crates/screens/src/action/locate.rs.
const FAILED = 0, WAIT = 1, REFUSED = 2, SLOW = 3, OUT = 4, OWN = 5;

const say = (button, why) => {
  var note = document.getElementById("located");
  if (!note) return;
  var texts = button.dataset.texts.split("|");
  note.textContent = texts[why] + " ";
  if (why === WAIT || self === top) return;
  // The frame's host may have forbidden to ask.
  var own = document.createElement("a");
  own.href = document.querySelector("link[rel=canonical]").href;
  own.target = "_blank";
  own.rel = "noopener noreferrer";
  own.textContent = texts[OWN];
  note.append(own);
};

var busy;
export default async button => {
  if (busy) return;
  busy = true;
  say(button, WAIT);
  // Whoever takes longer to say yes is heard all the same.
  var late = setTimeout(() => say(button, SLOW), 1e4);
  var shapes = load(button.dataset.shapes).catch(() => {});
  try {
    var { coords } = await new Promise((found, failed) =>
      navigator.geolocation.getCurrentPosition(found, failed, { timeout: 1e4, maximumAge: 6e4 }));
    var bytes = await shapes, page = document.documentElement.dataset;
    if (!bytes) throw say(button, FAILED);
    var seats = districts(areas({ bytes, at: 0 }), coords.latitude, coords.longitude);
    // The program takes over the page when it is there.
    while (!("ready" in page)) await new Promise(later => setTimeout(later, 50));
    var note = document.getElementById("located");
    if (!seats.length) say(button, OUT);
    else if (note) {
      note.value = " " + seats.join(" ");
      note.previousElementSibling.click();
      note.value = "";
      if (seats[1]) {
        here = [coords.longitude, coords.latitude];
        addEventListener("click", forget);
      }
    }
  } catch (fault) {
    if (fault) say(button, fault.code === 3 ? SLOW : REFUSED);
  }
  clearTimeout(late);
  busy = false;
};
