// Draws boxes and a focus point over a photo with mouse, touch and keyboard. The numbers of the form are the truth:
// whatever is drawn is written there, and whatever is typed there is drawn.
const SIDES = ["x", "y", "w", "h"];
const NAMES = { x: "left", y: "top", w: "width", h: "height" };
const SMALLEST = 1;
const by = (id) => document.getElementById(id);
const stage = by("stage");
const boxes = by("boxes");
const focus = by("focus");
const marks = new WeakMap();
let point = null;
let speaking = 0;

const round = (number) => Math.round(number * 10) / 10;
const within = (number, least, most) => Math.min(Math.max(number, least), most);
const rows = () => [...boxes.querySelectorAll("[data-box]")];
const input = (row, side) => row.querySelector(`[name="${row === focus ? `focus_${side}` : side}"]`);
const sidesOf = (row) => (row === focus ? ["x", "y"] : SIDES);
const isEmpty = (row) => sidesOf(row).every((side) => input(row, side).value === "");

function numbers(row) {
  return Object.fromEntries(sidesOf(row).map((side) => [side, within(Number(input(row, side).value) || 0, 0, 100)]));
}

function write(row, wanted) {
  for (const side of sidesOf(row)) input(row, side).value = round(wanted[side]);
  draw();
}

function place(row, { x, y, w = 0, h = 0 }) {
  const width = within(w, row === focus ? 0 : SMALLEST, 100);
  const height = within(h, row === focus ? 0 : SMALLEST, 100);
  write(row, { x: within(x, 0, 100 - width), y: within(y, 0, 100 - height), w: width, h: height });
}

function spoken(row) {
  const name = row === focus ? "Focus point" : row.querySelector("legend").textContent;
  const found = numbers(row);
  return `${name}: ${sidesOf(row).map((side) => `${NAMES[side]} ${round(found[side])}`).join(", ")} per cent`;
}

function say(words) {
  clearTimeout(speaking);
  speaking = setTimeout(() => { by("said").textContent = words; }, 300);
}

function share(number) {
  return String(Number((number / 100).toFixed(3)));
}

function braces(row) {
  const found = numbers(row);
  return `{${sidesOf(row).map((side) => `${side}: ${share(found[side])}`).join(", ")}}`;
}

function mark(row, kind) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = kind;
  button.setAttribute("aria-describedby", "keys");
  if (kind === "editor-box") {
    for (const part of ["editor-name", "editor-corner"]) {
      const span = document.createElement("span");
      span.className = part;
      span.setAttribute("aria-hidden", "true");
      button.append(span);
    }
  }
  button.addEventListener("keydown", (event) => pressed(event, row));
  button.addEventListener("pointerdown", (event) => grabbed(event, row));
  stage.append(button);
  return button;
}

function draw() {
  const lines = [];
  rows().forEach((row, index) => {
    const name = `Box ${index + 1}`;
    row.querySelector("legend").textContent = name;
    row.querySelector(".editor-remove").textContent = `Remove box ${index + 1}`;
    if (!marks.has(row)) marks.set(row, mark(row, "editor-box"));
    const { x, y, w, h } = numbers(row);
    const box = marks.get(row);
    Object.assign(box.style, { left: `${x}%`, top: `${y}%`, width: `${w}%`, height: `${h}%` });
    box.setAttribute("aria-label", spoken(row));
    box.querySelector(".editor-name").textContent = index + 1;
    if (!isEmpty(row)) lines.push(`  - ${braces(row)}`);
  });
  if (lines.length) lines.unshift("blur:");
  by("clear").hidden = isEmpty(focus);
  if (isEmpty(focus)) {
    point?.remove();
    point = null;
  } else {
    point ??= mark(focus, "editor-point");
    const { x, y } = numbers(focus);
    Object.assign(point.style, { left: `${x}%`, top: `${y}%` });
    point.setAttribute("aria-label", spoken(focus));
    lines.unshift(`focus: ${braces(focus)}`);
  }
  by("yaml").textContent = lines.join("\n");
}

function added(found) {
  const row = by("row").content.firstElementChild.cloneNode(true);
  adopt(row);
  boxes.append(row);
  place(row, found);
  return row;
}

function adopt(row) {
  const remove = row.querySelector(".editor-remove");
  remove.hidden = false;
  remove.addEventListener("click", () => removed(row));
}

function removed(row) {
  if (row === focus) {
    for (const side of sidesOf(focus)) input(focus, side).value = "";
    draw();
    by("add").focus();
    say("The focus point is removed");
    return;
  }
  const name = row.querySelector("legend").textContent;
  const next = rows()[rows().indexOf(row) + 1] ?? rows()[rows().indexOf(row) - 1];
  marks.get(row)?.remove();
  row.remove();
  draw();
  (next ? marks.get(next) : by("add")).focus();
  say(`${name} is removed`);
}

function pressed(event, row) {
  if (event.key === "Delete" || event.key === "Backspace") {
    event.preventDefault();
    removed(row);
    return;
  }
  const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
  if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  const found = numbers(row);
  const [across, down] = event.shiftKey && row !== focus ? ["w", "h"] : ["x", "y"];
  found[across] += step[0];
  found[down] += step[1];
  if (across === "w") Object.assign(found, { w: Math.min(found.w, 100 - found.x), h: Math.min(found.h, 100 - found.y) });
  place(row, found);
  say(spoken(row));
}

function at(event) {
  const { left, top, width, height } = stage.getBoundingClientRect();
  return { x: within(((event.clientX - left) / width) * 100, 0, 100), y: within(((event.clientY - top) / height) * 100, 0, 100) };
}

function follow(event, moved, done) {
  stage.setPointerCapture(event.pointerId);
  const move = (next) => { if (next.pointerId === event.pointerId) moved(at(next)); };
  const end = (last) => {
    if (last.pointerId !== event.pointerId) return;
    stage.removeEventListener("pointermove", move);
    for (const name of ["pointerup", "pointercancel"]) stage.removeEventListener(name, end);
    done();
  };
  stage.addEventListener("pointermove", move);
  for (const name of ["pointerup", "pointercancel"]) stage.addEventListener(name, end);
}

function grabbed(event, row) {
  if (event.button !== 0) return;
  event.stopPropagation();
  const start = at(event);
  const found = numbers(row);
  const isCorner = event.target.className === "editor-corner";
  follow(event, ({ x, y }) => {
    const [across, down] = [x - start.x, y - start.y];
    if (!isCorner) place(row, { ...found, x: found.x + across, y: found.y + down });
    else place(row, { ...found, w: Math.min(found.w + across, 100 - found.x), h: Math.min(found.h + down, 100 - found.y) });
  }, () => say(spoken(row)));
}

stage.addEventListener("pointerdown", (event) => {
  if (event.button !== 0) return;
  event.preventDefault();
  const start = at(event);
  if (new FormData(by("editor")).get("mode") === "point") {
    place(focus, start);
    follow(event, (now) => place(focus, now), () => say(spoken(focus)));
    return;
  }
  let row = null;
  follow(event, ({ x, y }) => {
    const found = { x: Math.min(x, start.x), y: Math.min(y, start.y), w: Math.abs(x - start.x), h: Math.abs(y - start.y) };
    if (row) place(row, found);
    else if (found.w >= SMALLEST && found.h >= SMALLEST) row = added(found);
  }, () => {
    if (row) marks.get(row).focus();
    say(row ? spoken(row) : "Drag over a face to draw a box");
  });
});

by("add").addEventListener("click", () => {
  const row = added({ x: 40, y: 40, w: 20, h: 20 });
  marks.get(row).focus();
  say(spoken(row));
});
by("clear").addEventListener("click", () => removed(focus));
by("editor").addEventListener("input", (event) => { if (event.target.type === "number") draw(); });
by("copy").addEventListener("click", async () => {
  try {
    await navigator.clipboard.writeText(by("yaml").textContent);
    say("The lines are copied");
  } catch {
    getSelection().selectAllChildren(by("yaml"));
    say("The lines are selected: copy them with Ctrl and C");
  }
});

for (const id of ["mode", "keys", "add", "copy"]) by(id).hidden = false;
rows().forEach(adopt);
stage.classList.add("is-ready");
draw();
