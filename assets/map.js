// Draws a ZIP code that covers several districts, or the surroundings of somebody who lives near a line: its districts with their
// numbers and members, names of places, a scale. A tap on a district chooses it; the list of districts stays, and tells of each
// which places lie in it. Everything comes in one file for the country, the same for everybody; crates/shapes/src/close_ups.rs
// says how it is written, and assets/locate.js reads its numbers. The build names the file.
const FILE = "CLOSEUPS", LINES = 8192, PLACES = 2048, METRES = 111e3, MILE = 1609.344;
// As much around a ZIP code as the importer looks for names of places in.
const MARGIN = .05;
// What there is to say, in the order of crates/screens/src/action/close_up.rs.
const FAILED = 0, WAIT = 1, LABEL = 2, HINT = 3, YOU = 4, SCALE = 5, CREDIT = 6;

export const read = (bytes, { atlas, number, signed, text }) => {
  var from = { bytes, at: 0 }, next = () => number(from);
  var part = () => (next(), atlas(from, LINES));
  var districts = part(), zips = part(), places = [];
  districts.forEach(([district]) => {
    for (var left = next(); left > 0; left--) places.push({ district });
  });
  for (var axis of ["x", "y"]) {
    var at = 0;
    for (var place of places) place[axis] = (at += signed(next())) / PLACES;
  }
  for (place of places) place.size = bytes[from.at++];
  text(from, bytes.length - from.at).split("\n").forEach((name, at) => { if (places[at]) places[at].name = name; });
  return { districts: new Map(districts), zips: new Map(zips), places };
};

export const holds = (rings, x, y) => {
  var inside = false;
  for (var ring of rings) ring.forEach(([x1, y1], at) => {
    var [x0, y0] = ring[at && at - 1];
    if (y0 > y !== y1 > y && x < x0 + (y - y0) * (x1 - x0) / (y1 - y0)) inside = !inside;
  });
  return inside;
};

// The names of the places in both, the largest first.
export const within = (map, zip, district) => map.places
  .filter(place => place.district === district && holds(map.zips.get(zip) || [], place.x, place.y))
  .sort((one, other) => other.size - one.size).map(({ name }) => name);

const element = (name, attributes, ...children) => {
  var made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (var key in attributes) made.setAttribute(key, attributes[key]);
  made.append(...children);
  return made;
};

// How each district is told from its neighbours: by a tint and by a pattern.
const TINTS = [["--accent", .14], ["--ink", .1], ["--accent", .34], ["--ink", .26]];
const PATTERNS = ["", "M0 8L8 0", "M2 2h2v2h-2z", "M0 4H8M4 0V8"];
const fills = (at, opacity) => [
  { fill: `var(${TINTS[at % 4][0]})`, "fill-opacity": TINTS[at % 4][1] * opacity },
  { fill: `url(#map-pattern-${at % 4})`, "fill-opacity": opacity },
];
const patterns = () => element("defs", {}, ...PATTERNS.map((d, at) =>
  element("pattern", { id: "map-pattern-" + at, width: 8, height: 8, patternUnits: "userSpaceOnUse" },
    element("path", { d, stroke: "var(--ink)", "stroke-opacity": .4, fill: "none" }))));

// Text grows with the visitor's own size of text. `big` is how many times 16 pixels that is.
const rem = pixels => pixels / 16 + "rem";
const size = () => parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;
const wide = name => 14 + 8 * name.length;
const badge = (name, x, y, big) => {
  var width = wide(name) * big, height = 22 * big;
  return element("g", { transform: `translate(${x} ${y})` },
    element("rect", {
      x: -width / 2, y: -height / 2, width, height, rx: height / 2,
      fill: "var(--surface)", stroke: "var(--ink)", "stroke-width": 1.5,
    }),
    element("text", {
      y: 4.5 * big, "text-anchor": "middle", "font-size": rem(13), "font-weight": 700, fill: "var(--ink)",
    }, name));
};
// Text that can be read on any tint.
const label = (x, y, words, pixels, look) => element("text", {
  x, y, "font-size": rem(pixels), fill: "var(--ink)",
  stroke: "var(--surface)", "stroke-width": 3, "paint-order": "stroke", ...look,
}, words);

// The part of the Earth that is shown: as wide as there is room, no higher than wide.
const frame = (outline, here, room) => {
  var points = outline ? outline.flat() : [-1, 1].map(side => [here[0] + side * .008, here[1] + side * .006]);
  var xs = points.map(([x]) => x), ys = points.map(([, y]) => y);
  var west = Math.min(...xs), east = Math.max(...xs), south = Math.min(...ys), north = Math.max(...ys);
  var middle = [(west + east) / 2, (south + north) / 2], shrink = Math.cos(middle[1] * Math.PI / 180);
  var around = 2 * MARGIN * Math.max((east - west) * shrink, north - south);
  var across = (east - west) * shrink + around, up = north - south + around;
  var width = Math.max(200, Math.min(room, 640)), scale = width / Math.max(across, up);
  var height = Math.max(180, Math.round(up * scale));
  return {
    width, height, scale,
    toX: x => (x - middle[0]) * shrink * scale + width / 2,
    toY: y => (middle[1] - y) * scale + height / 2,
    fromX: x => (x - width / 2) / shrink / scale + middle[0],
    fromY: y => middle[1] - (y - height / 2) / scale,
  };
};

// The rings that can be seen, as a path.
const path = (rings, { width, height, toX, toY }) => {
  var sees = (all, end) => all.some(one => one < end) && all.some(one => one > 0);
  return rings.map(ring => ring.map(([x, y]) => [toX(x), toY(y)]))
    .filter(ring => sees(ring.map(([x]) => x), width) && sees(ring.map(([, y]) => y), height))
    .map(ring => "M" + ring.map(([x, y]) => x.toFixed(1) + " " + y.toFixed(1)).join("L") + "Z").join("");
};

// Where each district has most room for its label: what is left last when its cells of the picture are peeled. A part that is too
// small for any has it where the district goes on beside the ZIP code.
const places = (areas, outline, { width, height, fromX, fromY }) => {
  var step = 8, cells = areas.map(() => [new Set(), new Set()]);
  for (var column = 1; column * step < width; column++) for (var row = 1; row * step < height - 16; row++) {
    var x = fromX(column * step), y = fromY(row * step), own = areas.findIndex(rings => holds(rings, x, y));
    if (own >= 0) cells[own][outline && !holds(outline, x, y) ? 1 : 0].add(row * 1e3 + column);
  }
  return cells.map(([inside, beside]) => {
    for (var last, left = inside.size ? inside : beside; left.size; ) {
      last = [...left];
      left = new Set(last.filter(cell => [-1, 1, -1e3, 1e3].every(step => left.has(cell + step))));
    }
    var cell = last && last[last.length >> 1];
    return cell && [cell % 1e3 * step, Math.floor(cell / 1e3) * step];
  });
};

const draw = (map, choices, zip, here, room, texts) => {
  var outline = zip && map.zips.get(zip);
  if (!outline && !here) throw zip;
  var view = frame(outline, here, room), { width, height, toX, toY } = view, big = size();
  var areas = choices.map(choice => map.districts.get(choice.dataset.choice) || []);
  var paths = areas.map(area => path(area, view));
  var ground = () => element("rect", { width, height, fill: "var(--surface)" });
  var tinted = opacity => paths.flatMap((d, at) =>
    fills(at, opacity).map(look => element("path", { d, "fill-rule": "evenodd", ...look })));
  var line = (d, look) => element("path", { d, fill: "none", stroke: "var(--ink)", "stroke-linejoin": "round", ...look });
  var lines = paths.map(d => line(d, { "stroke-width": 1.5, "stroke-dasharray": "5 3" }));
  var svg = element("svg", {
    viewBox: `0 0 ${width} ${height}`, width, height, direction: "ltr",
    role: "img", class: "map-picture", "aria-label": texts[LABEL],
  }, patterns(), ground());
  if (outline) {
    var d = path(outline, view);
    svg.firstChild.append(element("clipPath", { id: "map-outline" }, element("path", { d, "clip-rule": "evenodd" })));
    svg.append(...tinted(.35), element("g", { "clip-path": "url(#map-outline)" }, ground(), ...tinted(1)));
    svg.append(...lines, line(d, { "stroke-width": 2.5 }));
  } else svg.append(...tinted(1), ...lines);

  // Labels keep out of each other's way; the first ones matter most.
  var taken = [];
  var isFree = box => !taken.some(other => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1]);
  var write = (x, y, words, pixels, look) => {
    var size = pixels * big;
    var half = [...words].reduce((sum, letter) => sum + (letter > "\u2e7f" ? 1 : .62), 0) * size / 2;
    x = Math.max(half + 4, Math.min(x, width - half - 4));
    var box = [x - half, y - size, x + half, y + 4];
    if (!words || box[0] < 0 || box[1] < 0 || box[3] > height || !isFree(box)) return false;
    taken.push(box);
    svg.append(label(x, y, words, pixels, { "text-anchor": "middle", ...look }));
    return true;
  };
  var ofMile = MILE / METRES * view.scale;
  var miles = [.1, .2, .5, 1, 2, 5, 10, 20, 50, 100].filter(miles => miles * ofMile < width / 3).pop() || .1;
  taken.push([0, height - 18 - 16 * big, Math.max(miles * ofMile + 16, 60 * big), height]);
  svg.append(line(`M10 ${height - 14}v5h${(miles * ofMile).toFixed(1)}v-5`, { "stroke-width": 1.5 }),
    label(10, height - 18, texts[SCALE].replace("{miles}", miles), 12));
  places(areas, outline, view).forEach((place, at) => {
    if (!place) return;
    var name = short(choices, choices[at]), [x, y] = place, half = wide(name) / 2 * big;
    svg.append(badge(name, x, y, big));
    taken.push([x - half, y - 11 * big, x + half, y + 11 * big]);
    write(x, y + 26 * big, who(choices[at]), 13, { "font-weight": 600 });
  });
  var dot = (x, y, r, look) => {
    svg.append(element("circle", { cx: x, cy: y, r, ...look }));
    taken.push([x - r, y - r, x + r, y + r]);
  };
  if (here) {
    var x = toX(here[0]), y = toY(here[1]);
    dot(x, y, 8, { fill: "var(--accent)", stroke: "var(--surface)", "stroke-width": 2.5 });
    write(x, y - 12, texts[YOU], 13, { "font-weight": 700 });
  }
  map.places.map(({ x, y, size, name }) => [toX(x), toY(y), size, name])
    .filter(([x, y]) => x > 0 && x < width && y > 0 && y < height)
    .sort((one, other) => other[2] - one[2])
    .forEach(([x, y, , name]) => {
      if (isFree([x - 3, y - 3, x + 3, y + 3]) && write(x, y - 5, name, 12, { "font-style": "italic" }))
        dot(x, y, 2.5, { fill: "var(--ink)" });
    });
  // What few people see is no part of the style sheet that everybody gets.
  Object.assign(svg.style, {
    display: "block", width: "100%", height: "auto", margin: "var(--s2) 0", cursor: "pointer", fontFamily: "var(--sans)",
    border: "1px solid var(--line-strong)", borderRadius: "var(--radius)",
  });
  svg.addEventListener("click", event => {
    var box = svg.getBoundingClientRect(), along = width / box.width;
    var x = view.fromX((event.clientX - box.left) * along), y = view.fromY((event.clientY - box.top) * along);
    var at = areas.findIndex(rings => holds(rings, x, y));
    if (at >= 0) choices[at].click();
  });
  return svg;
};

// What a label calls a district: its number, with the state where there are several.
const short = (choices, { dataset: { choice } }) => {
  var states = new Set(choices.map(other => other.dataset.choice.split("-")[0]));
  return states.size > 1 ? choice : choice.split("-")[1] || choice;
};
const who = choice => (choice.querySelector(".role") || choice).textContent;

// In the list, each district has its number and pattern, and the places in it.
const legend = (map, choices, zip) => choices.forEach((choice, at) => {
  var big = size(), name = short(choices, choice), width = (wide(name) + 28) * big, height = 26 * big;
  var key = document.createElement("span"), area = { width, height, rx: 6 };
  var picture = element("svg", { width, height, "aria-hidden": true },
    ...fills(at, 1).map(look => element("rect", { ...area, ...look })), badge(name, width / 2, height / 2, big));
  key.className = "role map-key";
  Object.assign(key.style, { display: "flex", alignItems: "center", gap: "var(--s2)", marginTop: "var(--s2)" });
  picture.style.flex = "none";
  key.append(picture, within(map, zip, choice.dataset.choice).slice(0, 8).join(", "));
  choice.append(key);
});

var file, busy;
export default async (button, locate) => {
  if (busy) return;
  var note = document.getElementById("mapped"), box = note.parentNode;
  var { zip } = button.dataset, texts = button.dataset.texts.split("|");
  var choices = [...box.parentNode.querySelectorAll("[data-choice]")];
  var old = [...box.parentNode.querySelectorAll(".map-picture, .map-key, .map-credit")];
  note.textContent = "";
  button.setAttribute("aria-expanded", !old.length);
  if (old.length) return old.forEach(one => one.remove());
  note.textContent = texts[WAIT];
  busy = true;
  try {
    file = file || read(await locate.load(FILE), locate);
    var { here } = locate, room, big, picture, credit = document.createElement("p");
    var redraw = () => {
      // Gone, or as it was.
      if (picture && !picture.isConnected) return watch.disconnect();
      if (room === box.clientWidth && big === size()) return;
      room = box.clientWidth;
      big = size();
      var fresh = draw(file, choices, zip, here, room, texts);
      if (picture) picture.replaceWith(fresh);
      picture = fresh;
    };
    redraw();
    credit.className = "hint map-credit";
    credit.textContent = texts[CREDIT];
    box.append(picture, credit);
    legend(file, choices, zip);
    // A telephone that is turned, text that is made larger.
    var watch = new ResizeObserver(redraw);
    watch.observe(box);
    note.textContent = texts[HINT];
  } catch (fault) {
    button.setAttribute("aria-expanded", false);
    note.textContent = texts[FAILED];
  }
  busy = false;
};
