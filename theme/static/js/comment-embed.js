// Asks another company for its comments, once the reader has pressed the button that names it, and not before.
function made(name, attributes) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

function load(embed, status) {
  const { script, element, settings, page } = JSON.parse(embed.dataset.recipe);
  if (element) {
    const { name, ...attributes } = element;
    embed.append(made(name, attributes));
  }
  Object.assign(window, settings);
  if (page) {
    window.disqus_config = function configure() {
      Object.assign(this.page, page);
    };
  }
  const asked = made("script", script);
  asked.addEventListener("load", () => {
    status.textContent = "";
  });
  asked.addEventListener("error", () => {
    status.textContent = embed.dataset.noAnswer;
  });
  embed.append(asked);
}

for (const embed of document.querySelectorAll(".comment-embed")) {
  const ask = embed.querySelector(".comment-embed__ask");
  const button = made("button", { class: "comment-embed__button", type: "button" });
  const status = embed.querySelector("[role=status]");
  button.textContent = embed.dataset.button;
  ask.append(button);
  ask.hidden = false;
  embed.querySelector(".comment-embed__without")?.remove();
  button.addEventListener("click", () => {
    ask.remove();
    status.textContent = embed.dataset.loading;
    load(embed, status);
  });
}
