const figures = FIGURES;
const config = { responsive: true, displaylogo: false };
Promise.all(figures.map(figure => Plotly.newPlot(figure.name, figure.data, figure.layout, config)))
  .then(() => { document.body.dataset.ready = figures.length; });
