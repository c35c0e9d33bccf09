(function () {
  const form = document.getElementById("filter");
  const table = document.getElementById("matrix");
  if (!table) return;
  const find = document.getElementById("find");
  const bad = document.getElementById("bad");
  function apply() {
    const wanted = find.value.trim().toLowerCase();
    let shown = 0;
    for (const group of table.tBodies) {
      const [head, ...rows] = group.rows;
      const feature = head.textContent.toLowerCase();
      let any = false;
      for (const row of rows) {
        const text = feature + " " + row.cells[0].textContent.toLowerCase();
        row.hidden = !text.includes(wanted) || (bad && bad.checked && !row.classList.contains("bad"));
        any = any || !row.hidden;
        shown += row.hidden ? 0 : 1;
      }
      group.hidden = !any;
    }
    document.getElementById("count").textContent = shown + " shown";
  }
  form.hidden = false;
  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  apply();
})();
