/* Says how many days an ask has waited by today, by the reader's calendar. The page says since when, and is whole without it;
   so is paper, on which the number would be wrong tomorrow. */

for (const open of document.querySelectorAll("[data-since]")) {
  const now = new Date();
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  const days = Math.round((today - Date.parse(open.dataset.since)) / 86_400_000);
  if (days > 0) {
    const said = document.createElement("span");
    said.className = "on-screen";
    said.textContent = days === 1 ? open.dataset.day : open.dataset.days.replace("{days}", days.toLocaleString(document.documentElement.lang));
    open.append(" ", said);
  }
}
