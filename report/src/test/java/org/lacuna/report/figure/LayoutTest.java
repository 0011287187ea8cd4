package org.lacuna.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.lacuna.analysis.result.ExampleRun;
import org.lacuna.report.Figures;

/// The figures of a run are laid out so that everything can be read.
class LayoutTest {
  static final List<Figure> FIGURES = Figures.of(ExampleRun.results(), ExampleRun.spectrum());

  @ParameterizedTest
  @FieldSource("FIGURES")
  void noTextTouchesAnother(Figure figure) {
    List<Rectangle2D> texts = texts(figure);
    for (int i = 0; i < texts.size(); i++) {
      for (int k = 0; k < i; k++) {
        assertThat(texts.get(i).intersects(texts.get(k)))
            .as("%s: %s and %s", figure.name(), texts.get(i), texts.get(k))
            .isFalse();
      }
    }
  }

  @ParameterizedTest
  @FieldSource("FIGURES")
  void noTextLeavesTheDrawing(Figure figure) {
    Rectangle2D whole = new Rectangle2D.Double(0, 0, Painter.WIDTH, Painter.height(figure));
    assertThat(texts(figure)).isNotEmpty().allMatch(whole::contains);
  }

  @Test
  void anUprightNoteStandsOnItsPoint() {
    Axis axis = Axis.linear("", 0, 1);
    Note note = new Note(0.5, 0.5, new Label("upwards"), Ink.BLACK, true);
    Panel panel = new Panel(axis, 200, List.of(), List.of(), List.of(note));
    Label none = new Label("");
    Figure figure = new Figure("note", none, none, none, axis, List.of(panel));
    Rectangle2D text =
        texts(figure).stream()
            .filter(it -> it.getHeight() > it.getWidth())
            .findFirst()
            .orElseThrow();
    Rectangle2D lying =
        texts(new Figure("note", none, none, new Label("upwards"), axis, List.of(panel))).stream()
            .filter(it -> it.getWidth() > 2 * it.getHeight())
            .findFirst()
            .orElseThrow();
    assertThat(text.getMaxY()).isCloseTo(Painter.height(figure) - 42 - 100, within(1.0));
    assertThat(text.getHeight() / text.getWidth())
        .isCloseTo(lying.getWidth() / lying.getHeight(), within(0.01));
  }

  private static List<Rectangle2D> texts(Figure figure) {
    return Painter.paint(
        figure, new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics());
  }
}
