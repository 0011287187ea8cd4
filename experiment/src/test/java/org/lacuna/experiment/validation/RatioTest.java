package org.lacuna.experiment.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.lacuna.core.quantity.Estimate;

class RatioTest {
  @Test
  void anAcceptanceHasTheBinomialError() {
    Ratio ratio = new Ratio();
    for (int i = 0; i < 1000; i++) ratio.add(i < 300 ? 1 : 0, 1);
    Estimate acceptance = ratio.estimate();
    assertThat(acceptance.value()).isEqualTo(0.3);
    assertThat(acceptance.sigma()).isCloseTo(Math.sqrt(0.3 * 0.7 / 1000), within(1e-12));
  }

  @Test
  void aRatioOfProportionalSumsHasNoError() {
    Ratio ratio = new Ratio();
    for (int i = 1; i < 100; i++) ratio.add(2 * i, i);
    assertThat(ratio.estimate().value()).isEqualTo(2);
    assertThat(ratio.estimate().sigma()).isCloseTo(0, within(1e-7));
  }

  @Test
  void partsAddUp() {
    SplittableRandom random = new SplittableRandom(7);
    Ratio whole = new Ratio();
    Ratio[] part = {new Ratio(), new Ratio()};
    for (int i = 0; i < 500; i++) {
      double a = random.nextInt(8);
      double b = random.nextInt(8);
      whole.add(a, b);
      part[i % 2].add(a, b);
    }
    part[0].add(part[1]);
    assertThat(part[0].estimate()).isEqualTo(whole.estimate());
  }

  @Test
  void valuesKeepTheirOrderAndWeights() {
    Values values = new Values();
    for (int i = 0; i < 100; i++) values.add(i, 2 * i);
    Values next = new Values();
    for (int i = 100; i < 300; i++) next.add(i, 2 * i);
    values.add(next);
    assertThat(values.values()).hasSize(300).isSorted();
    for (int i = 0; i < 300; i++) assertThat(values.weights()[i]).isEqualTo(2 * i);
  }
}
