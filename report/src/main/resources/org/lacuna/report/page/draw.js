const figures = FIGURES;
const config = {
  responsive: true,
  displaylogo: false,
  modeBarButtons: [["toImage", "zoom2d", "pan2d", "zoomIn2d", "zoomOut2d", "resetScale2d"]],
};
Promise.all(figures.map(figure => Plotly.newPlot(figure.name, figure.data, figure.layout, config)))
  .then(() => { document.body.dataset.ready = figures.length; });
