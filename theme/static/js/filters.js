/* Says to a screen reader which kind is shown alone. What is shown, the style sheet decides by the address: it is whole without this. */

const links = document.querySelectorAll(".timeline__filter");
const mark = () => {
  const shown = [...links].find((link) => link.hash === location.hash) ?? links[0];
  for (const link of links) {
    link.toggleAttribute("aria-current", false);
  }
  shown?.setAttribute("aria-current", "true");
};

addEventListener("hashchange", mark);
mark();
