package org.lacuna.report.figure;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/// Draws one figure. Lengths are in pt, y runs downwards.
///
/// The frame of a panel starts to the right of the widest number on any y-axis; the legend goes
/// where it hides least.
final class Painter {
  static final double WIDTH = 420;
  private static final double TOP = 26;
  private static final double BOTTOM = 42;
  private static final double RIGHT = 16;
  private static final double GAP = 7;

  private static final double LABEL_SIZE = 12;
  private static final double NUMBER_SIZE = 10.5;
  private static final double LEGEND_SIZE = 9.5;
  private static final double LEGEND_LINE = 14;
  private static final double SAMPLE = 22;
  private static final double MAJOR = 6.5;
  private static final double MINOR = 3.5;
  private static final double FRAME = 0.8;

  private final Graphics2D g;
  private final Figure figure;
  private final double left;
  private final List<Rectangle2D> texts = new ArrayList<>();

  private Painter(Graphics2D g, Figure figure) {
    this.g = g;
    this.figure = figure;
    this.left = LABEL_SIZE + 12 + widestNumber(figure);
  }

  /// Height of the whole drawing.
  static double height(Figure figure) {
    double frames = figure.panels().stream().mapToDouble(Panel::heightPt).sum();
    return TOP + frames + GAP * (figure.panels().size() - 1) + BOTTOM;
  }

  /// Draws the figure and tells where it wrote.
  static List<Rectangle2D> paint(Figure figure, Graphics2D g) {
    return new Painter(g, figure).paint();
  }

  private List<Rectangle2D> paint() {
    double y = TOP;
    int below = figure.panels().size();
    for (Panel panel : figure.panels()) {
      below--;
      Rectangle2D frame = new Rectangle2D.Double(left, y, WIDTH - RIGHT - left, panel.heightPt());
      paint(panel, frame, below == 0);
      y += panel.heightPt() + GAP;
    }
    double right = WIDTH - RIGHT;
    write(figure.stamp(), Ink.BLACK, NUMBER_SIZE, left, TOP - 8, 0);
    write(figure.conditions(), Ink.BLACK, NUMBER_SIZE, right, TOP - 8, 1);
    write(figure.x().label(), Ink.BLACK, LABEL_SIZE, right, height(figure) - 9, 1);
    return texts;
  }

  private void paint(Panel panel, Rectangle2D frame, boolean lowest) {
    Shape everything = g.getClip();
    g.clip(frame);
    for (Series series : panel.series()) paint(series, panel.y(), frame);
    for (double x : panel.boundaries()) arrow(pixelX(x, frame), frame);
    g.setClip(everything);
    ticksOfX(frame, lowest);
    ticksOfY(panel.y(), frame);
    g.setColor(Ink.BLACK.colour());
    g.setStroke(new BasicStroke((float) FRAME));
    g.draw(frame);
    Label name = panel.y().label();
    double end = frame.getY() + name.at(LABEL_SIZE).width();
    writeUpwards(name, Ink.BLACK, LABEL_SIZE, LABEL_SIZE + 1, end);
    for (Note note : panel.notes()) {
      double x = pixelX(note.x(), frame);
      double y = pixelY(panel.y(), note.y(), frame);
      if (note.isUpright())
        writeUpwards(note.text(), note.ink(), LEGEND_SIZE, x + 0.36 * LEGEND_SIZE, y);
      else write(note.text(), note.ink(), LEGEND_SIZE, x, y, 0);
    }
    new Legend(panel, frame).paint();
  }

  // Series

  private void paint(Series series, Axis y, Rectangle2D frame) {
    g.setColor(series.look().ink().colour());
    g.setStroke(stroke(series.look()));
    if (series.isArea()) {
      for (Path2D part : areas(series, y, frame)) g.fill(part);
      return;
    }
    for (List<Point2D> part : parts(series, y, frame)) {
      switch (series.kind()) {
        case POINTS, BAND, STEP_BAND -> {}
        case LINE, STEPS -> g.draw(path(part));
        case EXCLUDED_ABOVE, EXCLUDED_BELOW -> {
          g.draw(path(part));
          hatch(part, series.kind());
        }
      }
    }
    if (series.kind() == Series.Kind.POINTS) {
      for (Datum datum : series.data()) point(datum, y, frame);
    }
  }

  /// The line of a series, cut where it has gaps.
  private List<List<Point2D>> parts(Series series, Axis y, Rectangle2D frame) {
    List<List<Point2D>> parts = new ArrayList<>();
    List<Point2D> part = new ArrayList<>();
    for (Datum datum : series.data()) {
      if (Double.isNaN(datum.y())) {
        if (!part.isEmpty()) parts.add(part);
        part = new ArrayList<>();
      } else {
        double height = pixelY(y, datum.y(), frame);
        if (series.isBinned()) {
          part.add(new Point2D.Double(pixelX(datum.xLow(), frame), height));
          part.add(new Point2D.Double(pixelX(datum.xHigh(), frame), height));
        } else {
          part.add(new Point2D.Double(pixelX(datum.x(), frame), height));
        }
      }
    }
    if (!part.isEmpty()) parts.add(part);
    return parts;
  }

  private List<Path2D> areas(Series series, Axis y, Rectangle2D frame) {
    List<List<Point2D>> lower = parts(edge(series, true), y, frame);
    List<List<Point2D>> upper = parts(edge(series, false), y, frame);
    List<Path2D> areas = new ArrayList<>();
    for (int i = 0; i < lower.size(); i++) {
      List<Point2D> around = new ArrayList<>(lower.get(i));
      around.addAll(upper.get(i).reversed());
      Path2D area = path(around);
      area.closePath();
      areas.add(area);
    }
    return areas;
  }

  /// One edge of a band as a line; both have their gaps at the same places.
  private static Series edge(Series series, boolean lower) {
    List<Datum> data =
        series.data().stream()
            .map(d ->
                new Datum(
                    d.x(),
                    d.xLow(),
                    d.xHigh(),
                    Double.isNaN(d.yLow() + d.yHigh()) ? Double.NaN : lower ? d.yLow() : d.yHigh(),
                    Double.NaN,
                    Double.NaN))
            .toList();
    return new Series(series.label(), series.kind(), series.look(), data);
  }

  private void point(Datum datum, Axis y, Rectangle2D frame) {
    if (Double.isNaN(datum.y())) return;
    double px = pixelX(datum.x(), frame);
    double py = pixelY(y, datum.y(), frame);
    double low = pixelY(y, datum.yLow(), frame);
    double high = pixelY(y, datum.yHigh(), frame);
    if (!Double.isNaN(low + high)) g.draw(new Line2D.Double(px, low, px, high));
    g.fill(new Ellipse2D.Double(px - 1.5, py - 1.5, 3, 3));
  }

  /// Short slanted strokes along a line, on its excluded side.
  private void hatch(List<Point2D> line, Series.Kind kind) {
    double up = kind == Series.Kind.EXCLUDED_ABOVE ? 1 : -1;
    g.setStroke(new BasicStroke(0.6f));
    double spacing = 5;
    double next = spacing;
    for (int i = 1; i < line.size(); i++) {
      Point2D a = line.get(i - 1);
      Point2D b = line.get(i);
      double length = a.distance(b);
      for (; next < length; next += spacing) {
        double t = next / length;
        double x = a.getX() + t * (b.getX() - a.getX());
        double y = a.getY() + t * (b.getY() - a.getY());
        g.draw(new Line2D.Double(x, y, x + 4 * up, y - 7 * up));
      }
      next -= length;
    }
  }

  /// Marks a boundary of the x-axis.
  private void arrow(double x, Rectangle2D frame) {
    double tip = frame.getMaxY() - 1;
    double head = 7;
    g.setColor(Ink.BLACK.colour());
    g.setStroke(new BasicStroke(1.2f));
    g.draw(new Line2D.Double(x, tip - 34, x, tip - head));
    Path2D point = new Path2D.Double();
    point.moveTo(x, tip);
    point.lineTo(x - 3, tip - head);
    point.lineTo(x + 3, tip - head);
    point.closePath();
    g.fill(point);
  }

  private static Path2D path(List<Point2D> points) {
    Path2D path = new Path2D.Double();
    path.moveTo(points.getFirst().getX(), points.getFirst().getY());
    for (Point2D point : points.subList(1, points.size())) path.lineTo(point.getX(), point.getY());
    return path;
  }

  private static Stroke stroke(Look look) {
    float width = (float) look.widthPt();
    float[] dash = look.dash().lengths();
    for (int i = 0; i < dash.length; i++) dash[i] *= width;
    return dash.length == 0
        ? new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND)
        : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash, 0);
  }

  private double pixelX(double x, Rectangle2D frame) {
    return frame.getX() + Math.clamp(figure.x().fraction(x), -1, 2) * frame.getWidth();
  }

  private static double pixelY(Axis axis, double y, Rectangle2D frame) {
    return frame.getMaxY() - Math.clamp(axis.fraction(y), -1, 2) * frame.getHeight();
  }

  // Axes

  private void ticksOfX(Rectangle2D frame, boolean labelled) {
    for (Axis.Tick tick : figure.x().ticks(8)) {
      double x = pixelX(tick.value(), frame);
      double length = tick.major() ? MAJOR : MINOR;
      mark(x, frame.getMaxY(), x, frame.getMaxY() - length);
      mark(x, frame.getY(), x, frame.getY() + length);
      if (labelled && !tick.label().isEmpty()) {
        write(
            new Label(tick.label()),
            Ink.BLACK,
            NUMBER_SIZE,
            x,
            frame.getMaxY() + 4 + NUMBER_SIZE,
            0.5);
      }
    }
  }

  /// A number that would reach beyond the frame is left out if another panel is there.
  private void ticksOfY(Axis axis, Rectangle2D frame) {
    for (Axis.Tick tick : axis.ticks(numbersOn(frame.getHeight()))) {
      double y = pixelY(axis, tick.value(), frame);
      double length = tick.major() ? MAJOR : MINOR;
      mark(frame.getX(), y, frame.getX() + length, y);
      mark(frame.getMaxX(), y, frame.getMaxX() - length, y);
      boolean inside =
          figure.panels().size() == 1
              || (y > frame.getY() + 0.4 * NUMBER_SIZE && y < frame.getMaxY() - 0.4 * NUMBER_SIZE);
      if (inside && !tick.label().isEmpty()) {
        write(
            new Label(tick.label()),
            Ink.BLACK,
            NUMBER_SIZE,
            frame.getX() - 5,
            y + 0.36 * NUMBER_SIZE,
            1);
      }
    }
  }

  private void mark(double x1, double y1, double x2, double y2) {
    g.setColor(Ink.BLACK.colour());
    g.setStroke(new BasicStroke((float) FRAME));
    g.draw(new Line2D.Double(x1, y1, x2, y2));
  }

  private static int numbersOn(double heightPt) {
    return Math.max(2, (int) (heightPt / 26));
  }

  private static double widestNumber(Figure figure) {
    return figure.panels().stream()
        .flatMap(panel -> panel.y().ticks(numbersOn(panel.heightPt())).stream())
        .mapToDouble(tick -> new Label(tick.label()).at(NUMBER_SIZE).width())
        .max()
        .orElse(0);
  }

  // Texts

  /// @param anchor 0: x is the left end, 0.5: the middle, 1: the right end
  private void write(Label label, Ink ink, double size, double x, double baseline, double anchor) {
    Label.Shape text = label.at(size);
    double left = x - anchor * text.width();
    place(text, ink, AffineTransform.getTranslateInstance(left, baseline));
  }

  /// Read from the right.
  ///
  /// @param baseline where it is horizontally
  /// @param y lower end
  private void writeUpwards(Label label, Ink ink, double size, double baseline, double y) {
    AffineTransform place = AffineTransform.getTranslateInstance(baseline, y);
    place.rotate(-Math.PI / 2);
    place(label.at(size), ink, place);
  }

  private void place(Label.Shape text, Ink ink, AffineTransform place) {
    if (text.width() == 0) return;
    g.setColor(ink.colour());
    g.fill(place.createTransformedShape(text.outline()));
    texts.add(place.createTransformedShape(text.box()).getBounds2D());
  }

  /// The legend of one panel, the series on top first.
  private final class Legend {
    private static final double MARGIN = 10;
    private static final double STEP = 6;

    private final Panel panel;
    private final Rectangle2D frame;
    private final List<Series> entries;
    private final double width;
    private final List<Point2D> obstacles = new ArrayList<>();

    Legend(Panel panel, Rectangle2D frame) {
      this.panel = panel;
      this.frame = frame;
      this.entries =
          panel.series().reversed().stream()
              .filter(series -> !series.label().markup().isEmpty())
              .toList();
      this.width =
          entries.stream()
              .mapToDouble(entry -> SAMPLE + 6 + entry.label().at(LEGEND_SIZE).width())
              .max()
              .orElse(0);
    }

    void paint() {
      if (entries.isEmpty()) return;
      findObstacles();
      int columns = 1;
      Rectangle2D place = place(1);
      for (int more = 2; more <= 3 && hidden(place) > 0 && entries.size() > more; more++) {
        Rectangle2D wide = place(more);
        if (hidden(wide) < hidden(place)) {
          columns = more;
          place = wide;
        }
      }
      int rows = Math.ceilDiv(entries.size(), columns);
      for (int i = 0; i < entries.size(); i++) {
        int column = i / rows;
        double x = place.getX() + column * (width + MARGIN);
        double y = place.getY() + (i % rows) * LEGEND_LINE + 0.5 * LEGEND_LINE;
        sample(entries.get(i), x, y);
        write(
            entries.get(i).label(),
            Ink.BLACK,
            LEGEND_SIZE,
            x + SAMPLE + 6,
            y + 0.36 * LEGEND_SIZE,
            0);
      }
    }

    /// What the legend should not hide, as points close enough to each other.
    private void findObstacles() {
      for (Series series : panel.series()) {
        if (series.isArea()) {
          parts(edge(series, true), panel.y(), frame).forEach(this::obstacles);
          parts(edge(series, false), panel.y(), frame).forEach(this::obstacles);
        } else {
          parts(series, panel.y(), frame).forEach(this::obstacles);
          for (Datum datum : series.data()) {
            double x = pixelX(datum.x(), frame);
            obstacle(x, pixelY(panel.y(), datum.yLow(), frame));
            obstacle(x, pixelY(panel.y(), datum.yHigh(), frame));
          }
        }
      }
      for (Rectangle2D text : texts) {
        boolean lies = text.getWidth() > text.getHeight();
        double x = lies ? text.getWidth() / 2 : 0;
        double y = lies ? 0 : text.getHeight() / 2;
        obstacles(
            List.of(
                new Point2D.Double(text.getCenterX() - x, text.getCenterY() - y),
                new Point2D.Double(text.getCenterX() + x, text.getCenterY() + y)));
      }
    }

    private void obstacles(List<Point2D> line) {
      for (int i = 0; i < line.size(); i++) {
        Point2D a = line.get(Math.max(0, i - 1));
        Point2D b = line.get(i);
        int steps = 1 + (int) (a.distance(b) / STEP);
        for (int k = 1; k <= steps; k++) {
          double t = (double) k / steps;
          obstacle(a.getX() + t * (b.getX() - a.getX()), a.getY() + t * (b.getY() - a.getY()));
        }
      }
    }

    private void obstacle(double x, double y) {
      if (frame.contains(x, y)) obstacles.add(new Point2D.Double(x, y));
    }

    /// The box that hides least; among equals the one nearest to the upper right corner.
    private Rectangle2D place(int columns) {
      double w = columns * width + (columns - 1) * MARGIN;
      double h = Math.ceilDiv(entries.size(), columns) * LEGEND_LINE;
      Rectangle2D best = new Rectangle2D.Double();
      double least = Double.POSITIVE_INFINITY;
      double right = frame.getMaxX() - MARGIN - w;
      for (double y = frame.getY() + MARGIN; y + h <= frame.getMaxY() - MARGIN; y += STEP) {
        for (double x = right; x >= frame.getX() + MARGIN; x -= STEP) {
          Rectangle2D box = new Rectangle2D.Double(x, y, w, h);
          double far = Point2D.distance(x, y, right, frame.getY() + MARGIN);
          double cost = hidden(box) + 1e-6 * far;
          if (cost < least) {
            least = cost;
            best = box;
          }
        }
      }
      return best;
    }

    private long hidden(Rectangle2D box) {
      if (box.isEmpty()) return Long.MAX_VALUE;
      Rectangle2D wide =
          new Rectangle2D.Double(
              box.getX() - 6, box.getY() - 4, box.getWidth() + 12, box.getHeight() + 8);
      return obstacles.stream().filter(wide::contains).count();
    }

    private void sample(Series entry, double x, double y) {
      Look look = entry.look();
      g.setColor(look.ink().colour());
      g.setStroke(stroke(look));
      Line2D line = new Line2D.Double(x, y, x + SAMPLE, y);
      switch (entry.kind()) {
        case LINE, STEPS -> g.draw(line);
        case EXCLUDED_ABOVE, EXCLUDED_BELOW -> {
          g.draw(line);
          hatch(List.of(line.getP1(), line.getP2()), entry.kind());
        }
        case BAND, STEP_BAND -> g.fill(new Rectangle2D.Double(x, y - 4, SAMPLE, 8));
        case POINTS -> {
          double middle = x + SAMPLE / 2;
          boolean bars = entry.data().stream().anyMatch(datum -> !Double.isNaN(datum.yLow()));
          if (bars) g.draw(new Line2D.Double(middle, y - 4.5, middle, y + 4.5));
          g.fill(new Ellipse2D.Double(middle - 1.5, y - 1.5, 3, 3));
        }
      }
    }
  }
}
