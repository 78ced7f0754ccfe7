// Photos are dropped anywhere on the page; they go the way of the form's own button.
const form = document.querySelector("#drop");
const files = document.querySelector("#files");

if (form) {
  addEventListener("dragover", (event) => {
    event.preventDefault();
    form.classList.add("is-ready");
  });
  addEventListener("dragleave", () => form.classList.remove("is-ready"));
  addEventListener("drop", (event) => {
    event.preventDefault();
    form.classList.remove("is-ready");
    if (!event.dataTransfer.files.length) return;
    files.files = event.dataTransfer.files;
    form.requestSubmit();
  });
  form.addEventListener("submit", () => {
    document.querySelector("#drop-said").textContent = `Bringing ${files.files.length} in …`;
  });
}
