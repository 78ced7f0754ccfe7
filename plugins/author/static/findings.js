// A finding in the story leads to its line. While the whole diary is being checked, what it finds comes by itself.
const story = document.querySelector("#story");

function show(number) {
  const lines = story.value.split("\n");
  const start = lines.slice(0, number - 1).join("\n").length + (number > 1 ? 1 : 0);
  story.focus();
  story.setSelectionRange(start, start + (lines[number - 1] ?? "").length);
  story.scrollIntoView({ block: "center" });
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-line]");
  if (!link || !story) return;
  event.preventDefault();
  show(Number(link.dataset.line));
});
if (story?.dataset.line) show(Number(story.dataset.line));

const wait = 700;

async function look() {
  const there = document.querySelector("#findings[data-awaited]");
  if (!there) return;
  try {
    const answer = await fetch(there.dataset.awaited);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const found = page.querySelector("#findings");
    if (!found || "awaited" in found.dataset) {
      setTimeout(look, wait);
      return;
    }
    there.replaceWith(document.adoptNode(found));
    const advice = page.querySelector("#advice");
    if (advice && !document.querySelector("#advice")) document.querySelector(".editor-story")?.after(document.adoptNode(advice));
    for (const wrong of page.querySelectorAll(".editor-wrong")) told(document.adoptNode(wrong));
  } catch {
    setTimeout(look, 5 * wait);
  }
}

function told(wrong) {
  const field = document.getElementById(wrong.id.replace(/-fault$/, ""));
  if (!field || document.getElementById(wrong.id)) return;
  if (field.matches("input, select, textarea")) {
    field.before(wrong);
    field.setAttribute("aria-invalid", "true");
    field.setAttribute("aria-describedby", `${field.getAttribute("aria-describedby") ?? ""} ${wrong.id}`.trim());
  } else {
    field.querySelector("legend, .editor-label")?.after(wrong);
  }
}

setTimeout(look, wait);
