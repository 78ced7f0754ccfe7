// The paper is as long as what is printed on it, and the browser's own view of its pages is one press away.
const paper = document.querySelector("#paper");
const button = document.querySelector("#print");

function lengthen() {
  paper.style.blockSize = `${paper.contentDocument.documentElement.scrollHeight}px`;
}

button.hidden = false;
button.addEventListener("click", () => paper.contentWindow.print());
paper.addEventListener("load", lengthen);
if (paper.contentDocument?.readyState === "complete") lengthen();
