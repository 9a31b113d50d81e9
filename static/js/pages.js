// Says it where the server can't be reached: what is on the page stays as it was.
document.addEventListener("htmx:error", (event) => {
  const problem = document.getElementById("problem");
  const reason = event.detail?.error?.name;
  if (!problem || reason === "AbortError") return;
  problem.textContent = problem.dataset.unreachable;
  problem.scrollIntoView({ block: "nearest" });
});

document.addEventListener("htmx:before:request", () => {
  const problem = document.getElementById("problem");
  if (problem) problem.textContent = "";
});
