package org.lacuna.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelTest {

  @Test
  void plainTextHasNoMarkup() {
    assertThat(new Label("<i>m</i><sup>2</sup><sub>miss</sub> &lt; 3 &amp; ν\u0305").plain())
        .isEqualTo("m2miss < 3 & ν");
  }

  @Test
  void aSubscriptAfterASuperscriptStandsBelowIt() {
    double stacked = new Label("m<sup>2</sup><sub>miss</sub>").at(10).width();
    double subscriptAlone = new Label("m<sub>miss</sub>").at(10).width();
    assertThat(stacked).isCloseTo(subscriptAlone, within(1e-9));
    assertThat(new Label("m<sup>2</sup>x<sub>miss</sub>").at(10).width())
        .isGreaterThan(subscriptAlone + 4);
  }

  @Test
  void scriptsRiseAndDropAndAreSmaller() {
    Rectangle2D plain = new Label("2").at(10).outline().getBounds2D();
    Rectangle2D raised = new Label("<sup>2</sup>").at(10).outline().getBounds2D();
    Rectangle2D lowered = new Label("<sub>2</sub>").at(10).outline().getBounds2D();
    assertThat(raised.getMaxY()).isLessThan(plain.getCenterY() + 1);
    assertThat(lowered.getMaxY()).isGreaterThan(plain.getMaxY() + 1);
    assertThat(raised.getHeight()).isCloseTo(0.68 * plain.getHeight(), within(0.01));
  }

  @Test
  void italicsDiffer() {
    assertThat(new Label("<i>K</i>").at(10).outline().getBounds2D())
        .isNotEqualTo(new Label("K").at(10).outline().getBounds2D());
  }

  @Test
  void anOverlineStandsAboveItsLetter() {
    Rectangle2D letter = new Label("ν").at(10).outline().getBounds2D();
    Rectangle2D barred = new Label("ν\u0305").at(10).outline().getBounds2D();
    assertThat(barred.getMinY()).isLessThan(letter.getMinY());
    assertThat(new Label("ν\u0305").at(10).width()).isEqualTo(new Label("ν").at(10).width());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ΔΣμνπγσχ", "→←±×−≤≥≈∞ℓ√", "é°²", "0123456789·"})
  void theLettersOfTheFieldAreThere(String text) {
    assertThat(new Label(text).at(10).outline().getBounds2D().getWidth()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"<b>x</b>", "a < b", "&mu;", "<script>"})
  void otherMarkupIsRefused(String markup) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Label(markup))
        .withMessageContaining("only <i>, <sup>, <sub>, &lt; and &amp; are known");
  }

  @Test
  void aLetterWithoutAnOutlineIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Label("漢").at(10))
        .withMessageContaining("U+6F22");
  }
}
