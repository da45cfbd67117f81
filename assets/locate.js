// Finds the district around the visitor, on their device. The shapes of all districts come whole, for everybody alike and whatever
// the browser answers; the position is looked up in them and forgotten. crates/shapes/src/atlas.rs says how they are written, and
// looks places up in the same way.
// `cargo xtask scripts` makes locate.min.js of it, and the build names the file of the shapes.
const SHAPES = "SHAPES", STEPS = 2048, METRES = 111e3, NEAR = 200, OUTSIDE = 1e3;

// The names of the districts around a place, the one that it lies in first. Empty far outside all of them.
export const districts = (bytes, latitude, longitude) => {
  var at = 0, count = length => Array.from({ length });
  var number = () => {
    for (var sum = 0, scale = 1, byte = 128; byte > 127; scale *= 128) sum += ((byte = bytes[at++]) & 127) * scale;
    return sum;
  };
  var signed = code => code & 1 ? -(code + 1) / 2 : code / 2;
  var east = METRES * Math.cos(latitude * Math.PI / 180);
  var lengths = count(number()).map(number), points = lengths.reduce((sum, length) => sum + length, 0);
  var axis = (middle, metres) => {
    var step = 0;
    return count(points).map(() => ((step += signed(number())) / STEPS - middle) * metres);
  };
  var xs = axis(longitude, east), ys = axis(latitude, METRES), from = 0;
  var starts = lengths.map(length => (from += length) - length);
  var length = number(), names = new TextDecoder().decode(bytes.subarray(at, at += length)).split(" "), line = 0;
  var found = names.map(name => {
    var inside = false, nearest = Infinity;
    count(number()).forEach(() => {
      var x, y;
      count(number()).forEach(() => {
        var code = number(), back = code & 1;
        line += signed((code - back) / 2);
        for (var step = 0; step < lengths[line]; step++) {
          var point = starts[line] + (back ? lengths[line] - 1 - step : step), x0 = x, y0 = y;
          x = xs[point];
          y = ys[point];
          if (x0 === undefined) continue;
          if (y0 > 0 !== y > 0 && x0 - y0 * (x - x0) / (y - y0) > 0) inside = !inside;
          var dx = x - x0, dy = y - y0, squared = dx * dx + dy * dy;
          var along = squared > 0 ? Math.min(1, Math.max(0, -(x0 * dx + y0 * dy) / squared)) : 0;
          nearest = Math.min(nearest, Math.hypot(x0 + along * dx, y0 + along * dy));
        }
      });
    });
    return [inside ? -1 : nearest, name];
  }).sort((one, other) => one[0] - other[0]);
  if (at !== bytes.length || !(found[0][0] < OUTSIDE)) return [];
  return found.filter(([metres], place) => metres < NEAR || !place).map(([, name]) => name);
};

// The shapes, if they are the ones that their name says.
const load = async address => {
  var bytes = new Uint8Array(await (await fetch(address)).arrayBuffer());
  var sum = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).slice(0, 4);
  if (!address.includes([...sum].map(byte => byte.toString(16).padStart(2, 0)).join(""))) throw address;
  return bytes;
};

// What there is to say, in the order of src/view/action/locate.rs.
const WAIT = 0, REFUSED = 1, SLOW = 2, OUT = 3, FAILED = 4, OWN = 5;

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
  var base = document.querySelector("script[data-action]").dataset.action.replace(/[^/]*$/, "");
  // Whoever takes longer to say yes is heard all the same.
  var late = setTimeout(() => say(button, SLOW), 1e4);
  var shapes = load(base + SHAPES).catch(() => {});
  try {
    var { coords } = await new Promise((found, failed) =>
      navigator.geolocation.getCurrentPosition(found, failed, { timeout: 1e4, maximumAge: 6e4 }));
    var bytes = await shapes, page = document.documentElement.dataset;
    if (!bytes) throw say(button, FAILED);
    var seats = districts(bytes, coords.latitude, coords.longitude);
    // The program takes over the page when it is there.
    while (!("ready" in page)) await new Promise(later => setTimeout(later, 50));
    var note = document.getElementById("located");
    if (!seats.length) say(button, OUT);
    else if (note) {
      note.value = " " + seats.join(" ");
      note.previousElementSibling.click();
      note.value = "";
    }
  } catch (fault) {
    if (fault) say(button, fault.code === 3 ? SLOW : REFUSED);
  }
  clearTimeout(late);
  busy = false;
};
