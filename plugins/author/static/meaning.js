// Votes and ratings are shown as readers will see them, while they are typed.
const form = document.querySelector("#form");
const places = document.querySelectorAll("[data-meaning]");
const pause = 400;
let soon, asked = 0;

async function show() {
  const number = ++asked;
  try {
    const answer = await fetch(places[0].dataset.meaning, { method: "POST", body: new URLSearchParams(new FormData(form)) });
    const text = await answer.text();
    if (!answer.ok || number !== asked) return;
    const page = new DOMParser().parseFromString(text, "text/html");
    for (const place of places) place.replaceChildren(...page.getElementById(place.id).childNodes);
  } catch {
    // The line beside Save says so: what is typed could not be kept either.
  }
}

for (const place of places) {
  const section = place.closest("details");
  section.addEventListener("input", () => {
    clearTimeout(soon);
    soon = setTimeout(show, pause);
  });
  section.addEventListener("toggle", (event) => { if (event.target === section && section.open && !place.hasChildNodes()) show(); });
  place.closest("section").querySelector("button").hidden = true;
  place.setAttribute("aria-live", "polite");
  if (section.open) show();
}
