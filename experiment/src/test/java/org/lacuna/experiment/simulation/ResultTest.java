package org.lacuna.experiment.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.lacuna.core.batch.Rows;
import org.lacuna.experiment.event.Measured;
import org.lacuna.experiment.selection.Cut;
import org.lacuna.experiment.selection.Selection;

class ResultTest {
  private static final long SEED = 8;
  private static final double LISTED_ABOVE = 0.03;

  private final Selection selection =
      new Selection(List.of(cut("a"), cut("b"), cut("not applied", "b"), cut("c")))
          .without(Set.of("chantiTime"));
  private final Measured seen = new Measured();
  private final float[][] weight = Rows.floats(2, Rows.BLOCK);

  private static Cut cut(String label) {
    return Cut.of(label, (e, i) -> 1f - e.distance[i]);
  }

  private static Cut cut(String label, String suffix) {
    return Cut.of(label + suffix, (e, i) -> 1f - e.chantiTime[i]);
  }

  private Result result(int variants) {
    return new Result(selection, variants, LISTED_ABOVE);
  }

  /// Bits of the cuts a, b, c, of which b is number 1 and c number 3.
  private void event(int row, int passed, double m2, double first, double second) {
    seen.passed[row] = passed;
    seen.missingMassSquared[row] = (float) m2;
    weight[0][row] = (float) first;
    weight[1][row] = (float) second;
    seen.n = Math.max(seen.n, row + 1);
  }

  private void fiveEvents() {
    event(0, 0b1011, 0.04, 0.5, 1); // selected and listed
    event(1, 0b1010, 0.05, 0.25, 1); // fails a only
    event(2, 0b1001, 0.06, 0.125, 1); // fails b only
    event(3, 0b0001, 0.07, 1, 1); // fails b and c
    event(4, 0b1011, 0.0001, 2, 1); // selected
  }

  @Test
  void countsByTheFirstCutThatIsFailed() {
    fiveEvents();
    Result result = result(2);
    result.fill(10, seen, weight);
    assertThat(result.thrown()).isEqualTo(10);
    assertThat(result.measured()).isEqualTo(5);
    assertThat(result.passed(0)).isEqualTo(4);
    assertThat(result.passed(1)).isEqualTo(2);
    assertThat(result.passed(2)).isEqualTo(2);
    assertThat(result.passed(3)).isEqualTo(2);
    assertThat(result.selected()).isEqualTo(2);
    assertThat(result.variants()).isEqualTo(2);
    assertThat(result.measuredWeight(0)).isEqualTo(3.875);
    assertThat(result.passedWeight(0, 0)).isEqualTo(3.625);
    assertThat(result.passedWeight(0, 1)).isEqualTo(2.5);
    assertThat(result.passedWeight(0, 3)).isEqualTo(2.5);
    assertThat(result.passedWeight(1, 3)).isEqualTo(2);
  }

  @Test
  void countsEventsThatFailOneCutOnly() {
    fiveEvents();
    Result result = result(2);
    result.fill(5, seen, weight);
    assertThat(result.failedOnly(0)).isEqualTo(1);
    assertThat(result.failedOnly(1)).isEqualTo(1);
    assertThat(result.failedOnly(2)).isZero();
    assertThat(result.failedOnly(3)).isZero();
    assertThat(result.failedOnlyWeight(0, 0)).isEqualTo(0.25);
    assertThat(result.failedOnlyWeight(0, 1)).isEqualTo(0.125);
    assertThat(result.failedOnlyWeight(1, 1)).isEqualTo(1);
  }

  @Test
  void listsLargeSelectedMassesWithTheirWeights() {
    fiveEvents();
    Result result = result(2);
    result.fill(5, seen, weight);
    assertThat(result.listed()).containsExactly(0.04f);
    assertThat(result.listedWeight(0)).containsExactly(0.5f);
    assertThat(result.listedWeight(1)).containsExactly(1f);
    Result nature = result(0);
    nature.fill(5, seen, weight);
    assertThat(nature.listed()).containsExactly(0.04f);
    assertThat(nature.variants()).isZero();
  }

  @Test
  void fillsSpectraWithSelectedEvents() {
    fiveEvents();
    Result result = result(2);
    result.fill(5, seen, weight);
    Spectrum spectrum = result.spectrum();
    int bin = spectrum.at(0.04);
    assertThat(spectrum.edge(bin)).isCloseTo(0.04, within(1e-12));
    // 0.04 in single precision lies just below the edge.
    assertThat(spectrum.count(bin - 1) + spectrum.count(bin)).isEqualTo(1);
    assertThat(spectrum.count(spectrum.at(0))).isEqualTo(1);
    assertThat(spectrum.sum(0, spectrum.at(0))).isEqualTo(2);
    assertThat(spectrum.sumOfSquares(0, spectrum.at(0))).isEqualTo(4);
    assertThat(total(spectrum)).isEqualTo(2);
    Spectrum peak = result.peak();
    assertThat(peak.count(peak.at(0.0001))).isEqualTo(1);
    assertThat(total(peak)).isEqualTo(1);
  }

  private static long total(Spectrum spectrum) {
    long total = 0;
    for (int k = 0; k < spectrum.bins(); k++) total += spectrum.count(k);
    return total;
  }

  /// Half-open bins of Fig. 2 of the paper, an overflow at either end; single precision moves an
  /// edge by 10⁻⁸.
  @Test
  void putsEveryMassIntoItsBin() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    Result result = result(0);
    seen.n = Rows.BLOCK;
    double[] mass = new double[Rows.BLOCK];
    for (int i = 0; i < Rows.BLOCK; i++) {
      event(i, 0b1011, random.nextDouble(-0.3, 0.3), 1, 1);
      mass[i] = seen.missingMassSquared[i];
    }
    result.fill(Rows.BLOCK, seen, weight);
    Spectrum spectrum = result.spectrum();
    assertThat(spectrum.bins()).isEqualTo(180);
    assertThat(spectrum.edge(0)).isEqualTo(-0.2);
    assertThat(spectrum.edge(180)).isCloseTo(0.16, within(1e-12));
    for (int k = 0; k < spectrum.bins(); k++) {
      int inside = 0;
      for (double m2 : mass) {
        inside += m2 >= spectrum.edge(k) && m2 < spectrum.edge(k + 1) ? 1 : 0;
      }
      assertThat(spectrum.count(k)).as("bin %s, seed %s", k, SEED).isEqualTo(inside);
    }
  }

  /// Chunks in their order: the sums are those of the chunks, the list is continued.
  @Test
  void addsChunks() {
    fiveEvents();
    Result first = result(2);
    first.fill(10, seen, weight);
    event(0, 0b1011, 0.09, 3, 1);
    event(4, 0b1010, 0.0001, 7, 1);
    Result second = result(2);
    second.fill(20, seen, weight);
    Result sum = result(2);
    sum.add(first);
    sum.add(second);
    assertThat(sum.thrown()).isEqualTo(30);
    assertThat(sum.measured()).isEqualTo(10);
    assertThat(sum.selected()).isEqualTo(3);
    assertThat(sum.passed(0)).isEqualTo(first.passed(0) + second.passed(0));
    assertThat(sum.failedOnly(0)).isEqualTo(1 + 2);
    assertThat(sum.failedOnlyWeight(0, 0)).isEqualTo(0.25 + 7.25);
    assertThat(sum.measuredWeight(0)).isEqualTo(first.measuredWeight(0) + second.measuredWeight(0));
    assertThat(sum.passedWeight(0, 3)).isEqualTo(2.5 + 3);
    assertThat(sum.listed()).containsExactly(0.04f, 0.09f);
    assertThat(sum.listedWeight(0)).containsExactly(0.5f, 3f);
    int bin = sum.spectrum().at(0);
    assertThat(sum.spectrum().count(bin)).isEqualTo(1);
    assertThat(sum.spectrum().sum(0, bin)).isEqualTo(2);
    assertThat(total(sum.spectrum())).isEqualTo(3);
    assertThat(total(sum.peak())).isEqualTo(1);
  }

  @Test
  void listsMoreThanAFewMasses() {
    seen.n = Rows.BLOCK;
    for (int i = 0; i < Rows.BLOCK; i++) event(i, 0b1011, 0.03 + 1e-5 * (i + 1), i, 1);
    Result result = result(1);
    result.fill(Rows.BLOCK, seen, weight);
    result.fill(Rows.BLOCK, seen, weight);
    assertThat(result.listed()).hasSize(2 * Rows.BLOCK);
    assertThat(result.listedWeight(0)[Rows.BLOCK + 77]).isEqualTo(77f);
  }
}
