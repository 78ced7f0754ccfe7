/* Corrects "Next" once its day has passed and the page has not been made anew. The page is whole without it. */

const now = Date.now();
for (const point of document.querySelectorAll("[data-over]")) {
  if (Date.parse(point.dataset.over) < now) {
    const state = point.querySelector("[data-state]");
    state.textContent = state.dataset.state;
    const sign = point.querySelector("[class*='--next']");
    point.previousElementSibling?.querySelector(".strip__now")?.remove();
    sign?.setAttribute("class", sign.getAttribute("class").replace("--next", "--planned"));
  }
}
