package org.lacuna.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
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

  private static List<Rectangle2D> texts(Figure figure) {
    return Painter.paint(
        figure, new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics());
  }
}
