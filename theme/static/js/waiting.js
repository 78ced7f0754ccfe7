/* Says how many days an ask has waited by today. The page says since when, and is whole without it. */

for (const open of document.querySelectorAll("[data-since]")) {
  const days = Math.floor((Date.now() - Date.parse(open.dataset.since)) / 86_400_000);
  if (days > 0) {
    open.append(" ", days === 1 ? open.dataset.day : open.dataset.days.replace("{days}", days.toLocaleString(document.documentElement.lang)));
  }
}
