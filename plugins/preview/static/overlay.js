// Listens for news of the build: reloads a page that says something else now, or exchanges its style sheets alone, and
// lays findings over the last good one.
const SCROLL = "preview-scroll";
// A build may end between the page and the first news: the page itself says which one it shows.
const own = document.querySelector("script[data-build]");
let build = own?.dataset.build ?? null;
let dismissed = "";

function element(name, text, attributes = {}) {
  const made = document.createElement(name);
  made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

function item(problem) {
  const line = element("li", "");
  const where = element("code", problem.where);
  const link = element("a", "", { href: problem.href });
  link.append(where);
  line.append(problem.href ? link : where, ": ");
  if (problem.place) line.append(element("b", problem.place), ": ");
  line.append(problem.message);
  return line;
}

function close(overlay, key) {
  dismissed = key;
  overlay.remove();
}

function show(news) {
  const key = JSON.stringify([news.problems, news.failure]);
  document.querySelector(".preview-overlay")?.remove();
  const nothing = news.problems.length === 0 && !news.failure;
  if (nothing || key === dismissed) return;
  const overlay = element("section", "", { class: "preview-overlay", role: "alert", tabindex: "-1", "aria-labelledby": "preview-heading" });
  const waiting = news.shown ? "Mend this before you publish" : "Mend this, and the page shows your changes";
  const heading = news.failure ? "The diary’s own software failed" : waiting;
  overlay.append(element("h2", heading, { id: "preview-heading" }));
  if (!news.failure) overlay.append(element("p", news.verdict));
  const list = element("ul", "");
  list.append(...news.problems.map(item));
  if (news.failure) list.append(element("li", news.failure));
  const button = element("button", "Hide (Escape)", { type: "button" });
  button.addEventListener("click", () => close(overlay, key));
  overlay.append(list, button);
  document.body.append(overlay);
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") document.querySelector(".preview-overlay button")?.click();
});

function reload() {
  sessionStorage.setItem(SCROLL, JSON.stringify([location.pathname, scrollY]));
  location.reload();
}

function exchangeSheets(sheets) {
  const links = [...document.querySelectorAll('link[rel="stylesheet"]:not([href^="/_preview/"])')];
  if (links.length !== sheets.length) return reload();
  links.forEach((link, place) => {
    if (link.getAttribute("href") === sheets[place]) return;
    const newer = link.cloneNode();
    newer.setAttribute("href", sheets[place]);
    // The older one stays until then, so that the page is never without.
    newer.addEventListener("load", () => link.remove(), { once: true });
    link.after(newer);
  });
}

const [path, height] = JSON.parse(sessionStorage.getItem(SCROLL) ?? "[null, 0]");
sessionStorage.removeItem(SCROLL);
if (path === location.pathname) scrollTo(0, height);

const page = document.body;
const standsAlone = page.classList.contains("preview-page");

new EventSource(`/_preview/events?page=${encodeURIComponent(location.pathname)}`).addEventListener("message", (event) => {
  const news = JSON.parse(event.data);
  const newest = String(news.good_builds);
  const isNewer = build !== null && newest !== build;
  build = newest;
  const count = document.querySelector("[data-to-mend]");
  if (count) count.textContent = `To mend (${news.problems.length + (news.failure ? 1 : 0)})`;
  const saysTheSame = !location.search && news.page.digest !== "" && news.page.digest === own?.dataset.state;
  if (isNewer && saysTheSame) {
    exchangeSheets(news.page.sheets);
    show(news);
  } else if (isNewer || (standsAlone && page.dataset.number !== String(news.number))) {
    reload();
  } else if (!standsAlone) {
    show(news);
  }
});
