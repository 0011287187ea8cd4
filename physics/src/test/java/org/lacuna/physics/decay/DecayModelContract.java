package org.lacuna.physics.decay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.hipparchus.special.Gamma;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lacuna.core.batch.Columns;
import org.lacuna.core.batch.Ray;
import org.lacuna.core.batch.Rows;
import org.lacuna.core.kinematics.FourVector;
import org.lacuna.core.random.Draws;
import org.lacuna.core.random.Role;
import org.lacuna.physics.particle.Particle;

/// What every decay model keeps. Subclass it, name the models in [#cases], and all of it is tested.
///
/// The columns hold `float`: a component of at most half a kaon mass is rounded at 2⁻²⁵ m_K =
/// 1.5·10⁻⁸ GeV, and a sum of five or a difference of squares loses a few times that. So
/// four-momentum is kept to 10⁻⁶ GeV and masses to 10⁻⁶ GeV² here, and to 10⁻¹² where it is a
/// matter of double precision ([org.lacuna.core.kinematics.FourVector]). Both are far below what
/// any detector resolves.
///
/// The comparisons with densities fail by chance once in 10⁵ each, however many events there are;
/// the seed is fixed. `-Devents.divisor=15` compares fewer: mutants distort so much that these
/// suffice.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class DecayModelContract {
  private static final long SEED = 20210610;
  private static final int BLOCKS = 75 / Integer.getInteger("events.divisor", 1);
  private static final int BINS = 40;
  private static final double LEAST_EXPECTED = 50;
  private static final double FALSE_ALARM = 1e-5;

  /// Cells of the numerical integral of a density.
  private static final int CELLS = 1 << 13;

  /// Of a kaon in flight: fast enough to turn most daughters forward, slow enough for the digits of
  /// a `float`.
  private static final double FLIGHT_GEV = 1;

  private static final double COMPONENT_GEV = 1e-6;
  private static final double SQUARE_GEV2 = 1e-6;

  /// A model and what is known of it.
  ///
  /// @param lowestUnseenGeV2 least squared mass of all that is not seen
  /// @param highestUnseenGeV2 largest one; 0 and 0 where everything is seen or a neutrino is not
  /// @param everythingIsSeen whether the daughters add up to the kaon
  /// @param projections on which the sampler is compared with its density
  public record Case(
      DecayModel model,
      double lowestUnseenGeV2,
      double highestUnseenGeV2,
      boolean everythingIsSeen,
      List<Projection> projections) {
    @Override
    public String toString() {
      return model.name();
    }
  }

  /// One variable of an event and its density.
  ///
  /// @param low where its range begins
  /// @param high where it ends
  /// @param share of the events that lie there at least
  /// @param density in any normalisation, unless it is absolute
  /// @param absolute whether the integral of the density is the branching fraction
  public record Projection(
      String name,
      Variable variable,
      double low,
      double high,
      double share,
      DoubleUnaryOperator density,
      boolean absolute) {

    public Projection(
        String name,
        Variable variable,
        double low,
        double high,
        double share,
        DoubleUnaryOperator density) {
      this(name, variable, low, high, share, density, false);
    }

    /// A variable over its whole range with the share of all decays per unit of it.
    public static Projection absolute(
        String name, Variable variable, double low, double high, DoubleUnaryOperator density) {
      return new Projection(name, variable, low, high, 0.999, density, true);
    }

    /// A variable over its whole range; one event in 1000 may be rounded out of it.
    public static Projection of(
        String name, Variable variable, double low, double high, DoubleUnaryOperator density) {
      return new Projection(name, variable, low, high, 0.999, density);
    }
  }

  /// A number of an event.
  public interface Variable {
    double of(Truth truth, int row);
  }

  /// The models to be tested.
  protected abstract Stream<Case> cases();

  /// Four-momentum of a row.
  protected static FourVector vector(FourVectors columns, int row) {
    return new FourVector(columns.energy[row], columns.x[row], columns.y[row], columns.z[row]);
  }

  /// What the daughters of a row leave of the kaon.
  protected static FourVector unseen(Truth truth, int row) {
    FourVector left = new FourVector(Particle.KAON.massGeV(), 0, 0, 0);
    left = left.minus(vector(truth.charged, row));
    for (FourVectors photon : truth.photon) left = left.minus(vector(photon, row));
    for (FourVectors companion : truth.companion) left = left.minus(vector(companion, row));
    return left;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void keepsFourMomentum(Case given) {
    Truth truth = decayed(given.model, 0, Rows.BLOCK);
    for (int i = 0; i < truth.n; i++) {
      FourVector unseen = unseen(truth, i);
      assertThat(unseen.massSquaredGeV2())
          .as("squared mass of what is not seen, row %d: %s", i, unseen)
          .isBetween(given.lowestUnseenGeV2 - SQUARE_GEV2, given.highestUnseenGeV2 + SQUARE_GEV2);
      assertThat(unseen.energyGeV()).as("row %d", i).isGreaterThan(-COMPONENT_GEV);
      if (given.everythingIsSeen) {
        assertThat(unseen.momentumGeV()).as("row %d", i).isLessThan(COMPONENT_GEV);
        assertThat(unseen.energyGeV()).as("row %d", i).isLessThan(COMPONENT_GEV);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void putsEveryDaughterOnItsShell(Case given) {
    Truth truth = decayed(given.model, 0, Rows.BLOCK);
    for (int i = 0; i < truth.n; i++) {
      assertOnShell(truth.charged, i, given.model.charged());
      for (FourVectors photon : truth.photon) assertOnShell(photon, i, Particle.PHOTON);
      for (int k = 0; k < truth.companion.length; k++) {
        assertOnShell(truth.companion[k], i, given.model.companions().get(k));
      }
    }
  }

  private static void assertOnShell(FourVectors columns, int row, Particle particle) {
    FourVector vector = vector(columns, row);
    double mass = particle.massGeV();
    assertThat(vector.massSquaredGeV2())
        .as("%s in row %d: %s", particle, row, vector)
        .isCloseTo(mass * mass, within(SQUARE_GEV2));
    assertThat(vector.energyGeV())
        .isGreaterThan(mass - COMPONENT_GEV)
        .isLessThan(Particle.KAON.massGeV());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void lookAlongTheChargedDaughter(Case given) {
    Truth truth = decayed(given.model, 0, Rows.BLOCK);
    for (int i = 0; i < truth.n; i++) {
      assertThat(truth.charged.x[i]).isZero();
      assertThat(truth.charged.y[i]).isZero();
      assertThat(truth.charged.z[i]).isNotNegative();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void standsForAShareOfAllDecays(Case given) {
    assertThat(given.model.branchingFraction()).isPositive().isLessThanOrEqualTo(1);
    assertThat(given.model.name()).matches("[a-z0-9-]+");
  }

  /// Rates are the branching fraction times the mean weight.
  @ParameterizedTest
  @MethodSource("cases")
  void weighsItsEventsOneOnAverage(Case given) {
    double sum = 0;
    double squares = 0;
    for (int block = 0; block < BLOCKS; block++) {
      Truth truth = decayed(given.model, (long) block * Rows.BLOCK, Rows.BLOCK);
      for (int i = 0; i < truth.n; i++) {
        double weight = truth.weight[0][i];
        assertThat(weight).isNotNegative();
        sum += weight;
        squares += weight * weight;
      }
    }
    double n = (double) BLOCKS * Rows.BLOCK;
    double error = Math.sqrt(Math.max(0, squares / n - sum * sum / (n * n)) / n);
    assertThat(sum / n).isCloseTo(1, within(4.4 * error + 1e-6));
  }

  /// The integral is that of the midpoints of 8192 cells, not that of the model: a spectrum that
  /// begins or ends like a root is integrated to 10⁻⁶ by it.
  @ParameterizedTest
  @MethodSource("cases")
  void itsRateIsTheIntegralOfItsDensity(Case given) {
    for (Projection projection : given.projections) {
      double width = (projection.high - projection.low) / CELLS;
      double sum = 0;
      for (int k = 0; k < CELLS; k++) {
        double density = projection.density.applyAsDouble(projection.low + (k + 0.5) * width);
        assertThat(density).as("%s, cell %d", projection.name, k).isNotNegative();
        sum += density * width;
      }
      if (!projection.absolute) continue;
      assertThat(sum / given.model.branchingFraction())
          .as(projection.name)
          .isCloseTo(1, within(1e-3));
    }
  }

  /// Products of four-momenta are the same for a kaon in flight, for all pairs of kaon and
  /// daughters.
  @ParameterizedTest
  @MethodSource("cases")
  void isTheSameForAKaonInFlight(Case given) {
    Truth truth = decayed(given.model, 0, Rows.BLOCK);
    List<List<FourVector>> atRest = new ArrayList<>();
    for (int i = 0; i < truth.n; i++) atRest.add(daughters(truth, i));
    Arrays.fill(truth.kaon.momentum, (float) FLIGHT_GEV);
    for (float[] column : List.of(truth.kaon.x, truth.kaon.y, truth.kaon.z)) Arrays.fill(column, 0);
    Arrays.fill(truth.kaon.slopeX, 0);
    Arrays.fill(truth.kaon.slopeY, 0);
    Arrays.fill(truth.decayZ, 0);
    Draws draw = new Draws(Role.STUDY, given.model.name(), SEED);
    draw.stage("to laboratory");
    ToLaboratory.apply(truth, draw);
    FourVector rest = new FourVector(Particle.KAON.massGeV(), 0, 0, 0);
    FourVector flying = FourVector.ofMass(Particle.KAON.massGeV(), 0, 0, FLIGHT_GEV);
    for (int i = 0; i < truth.n; i++) {
      List<FourVector> before = new ArrayList<>(atRest.get(i));
      List<FourVector> after = inFlight(given.model, truth, i);
      before.add(rest);
      after.add(flying);
      for (int j = 0; j < after.size(); j++) {
        for (int k = 0; k < j; k++) {
          // Rays have no momentum against the beam.
          if (!(after.get(j).zGeV() > 1e-3 && after.get(k).zGeV() > 1e-3)) continue;
          assertThat(after.get(j).dot(after.get(k)))
              .as("daughters %d and %d of row %d", j, k, i)
              .isCloseTo(before.get(j).dot(before.get(k)), within(5 * SQUARE_GEV2));
        }
      }
    }
  }

  private static List<FourVector> daughters(Truth truth, int row) {
    List<FourVector> all = new ArrayList<>(List.of(vector(truth.charged, row)));
    for (FourVectors photon : truth.photon) all.add(vector(photon, row));
    for (FourVectors companion : truth.companion) all.add(vector(companion, row));
    return all;
  }

  private static List<FourVector> inFlight(DecayModel model, Truth truth, int row) {
    List<FourVector> all = new ArrayList<>();
    all.add(vector(truth.chargedRay, row, model.charged()));
    for (Ray photon : truth.photonRay) all.add(vector(photon, row, Particle.PHOTON));
    for (int k = 0; k < truth.companionRay.length; k++) {
      all.add(vector(truth.companionRay[k], row, model.companions().get(k)));
    }
    return all;
  }

  private static FourVector vector(Ray ray, int row, Particle particle) {
    double x = ray.slopeX[row];
    double y = ray.slopeY[row];
    double along = ray.momentum[row] / Math.sqrt(1 + x * x + y * y);
    return FourVector.ofMass(particle.massGeV(), x * along, y * along, along);
  }

  /// An event is the same in whatever block it stands and whatever was there before.
  @ParameterizedTest
  @MethodSource("cases")
  void givesTheSameEventAtTheSameAddress(Case given) {
    Truth together = decayed(given.model, 0, Rows.BLOCK);
    for (int event : new int[] {0, 1, 17, 1000, Rows.BLOCK - 1}) {
      Truth alone = decayed(given.model, event, 1);
      List<float[]> single = columns(alone);
      List<float[]> many = columns(together);
      for (int c = 0; c < many.size(); c++) {
        assertThat(single.get(c)[0]).as("event %d", event).isEqualTo(many.get(c)[event]);
      }
    }
    Truth later = decayed(given.model, 5_000_000_000L, 64);
    if (!given.projections.isEmpty()) {
      assertThat(columns(later).stream().anyMatch(column -> column[0] != column[1])).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void writesNoRowButItsOwn(Case given) {
    Truth alone = decayed(given.model, 17, 1, 7f);
    for (float[] column : columns(alone)) assertThat(column[1]).isEqualTo(7f);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void followsItsDensities(Case given) {
    double[][] content = new double[given.projections.size()][BINS];
    double[][] squares = new double[given.projections.size()][BINS];
    List<List<double[]>> all = new ArrayList<>();
    given.projections.forEach(p -> all.add(new ArrayList<>()));
    for (int block = 0; block < BLOCKS; block++) {
      Truth truth = decayed(given.model, (long) block * Rows.BLOCK, Rows.BLOCK);
      for (int p = 0; p < given.projections.size(); p++) {
        Projection projection = given.projections.get(p);
        for (int i = 0; i < truth.n; i++) {
          double value = projection.variable.of(truth, i);
          double weight = truth.weight[0][i];
          int bin = (int) ((value - projection.low) / (projection.high - projection.low) * BINS);
          all.get(p).add(new double[] {value, weight});
          if (value < projection.low || bin >= BINS) continue;
          content[p][bin] += weight;
          squares[p][bin] += weight * weight;
        }
      }
    }
    for (int p = 0; p < given.projections.size(); p++) {
      Projection projection = given.projections.get(p);
      double[] cumulative = cumulative(projection);
      assertChiSquare(projection, cumulative, content[p], squares[p]);
      assertKolmogorovSmirnov(projection, cumulative, all.get(p));
    }
  }

  /// Integral of the density at the edges of fine cells, normalised; midpoint rule.
  private static double[] cumulative(Projection projection) {
    double[] sum = new double[CELLS + 1];
    double width = (projection.high - projection.low) / CELLS;
    for (int k = 0; k < CELLS; k++) {
      double height = projection.density.applyAsDouble(projection.low + (k + 0.5) * width);
      sum[k + 1] = sum[k] + height;
    }
    for (int k = 0; k <= CELLS; k++) sum[k] /= sum[CELLS];
    sum[CELLS] = 1;
    return sum;
  }

  /// Contents within the range of the projection, normalised to their sum. A bin that expects
  /// little is added to the next one. The variance is that expected for the weights found.
  private static void assertChiSquare(
      Projection projection, double[] cumulative, double[] content, double[] squares) {
    double total = Arrays.stream(content).sum();
    double chiSquare = 0;
    int degrees = -1;
    double expected = 0;
    double found = 0;
    double foundSquares = 0;
    StringBuilder table = new StringBuilder();
    for (int bin = 0; bin < BINS; bin++) {
      double low = at(cumulative, bin / (double) BINS);
      expected += total * (at(cumulative, (bin + 1) / (double) BINS) - low);
      found += content[bin];
      foundSquares += squares[bin];
      if (expected < LEAST_EXPECTED || found == 0) continue;
      chiSquare += (found - expected) * (found - expected) / (expected * foundSquares / found);
      degrees++;
      table.append(String.format(Locale.ROOT, "%n%3d: %.1f for %.1f", bin, found, expected));
      expected = 0;
      found = 0;
      foundSquares = 0;
    }
    double probability = Gamma.regularizedGammaQ(degrees / 2.0, chiSquare / 2);
    assertThat(probability)
        .as(
            "%s: chi-square %.1f for %d, seed %d%s",
            projection.name, chiSquare, degrees, SEED, table)
        .isGreaterThan(FALSE_ALARM);
  }

  /// For weighted events n is the effective number of events.
  private static void assertKolmogorovSmirnov(
      Projection projection, double[] cumulative, List<double[]> events) {
    double total = 0;
    double squares = 0;
    double inside = 0;
    for (double[] event : events) {
      total += event[1];
      if (!isInside(projection, event)) continue;
      inside += event[1];
      squares += event[1] * event[1];
    }
    assertThat(inside / total)
        .as("%s: share in its range", projection.name)
        .isGreaterThan(projection.share);
    events.sort(Comparator.comparingDouble(event -> event[0]));
    double sum = 0;
    double distance = 0;
    for (double[] event : events) {
      if (!isInside(projection, event)) continue;
      double expected =
          at(cumulative, (event[0] - projection.low) / (projection.high - projection.low));
      distance = Math.max(distance, Math.abs(sum / inside - expected));
      sum += event[1];
      distance = Math.max(distance, Math.abs(sum / inside - expected));
    }
    double effective = inside * inside / squares;
    double scaled = distance * Math.sqrt(effective);
    assertThat(2 * StrictMath.exp(-2 * scaled * scaled))
        .as("%s: Kolmogorov-Smirnov %.3f, seed %d", projection.name, scaled, SEED)
        .isGreaterThan(FALSE_ALARM);
  }

  private static boolean isInside(Projection projection, double[] event) {
    return event[0] >= projection.low && event[0] <= projection.high;
  }

  private static double at(double[] cumulative, double share) {
    double place = Math.min(1, Math.max(0, share)) * CELLS;
    int cell = Math.min(CELLS - 1, (int) place);
    return cumulative[cell] + (place - cell) * (cumulative[cell + 1] - cumulative[cell]);
  }

  /// Decays at rest, in a block where everything was undefined before.
  private static Truth decayed(DecayModel model, long first, int count) {
    return decayed(model, first, count, Float.NaN);
  }

  /// @param before what stood in all columns; the work space is undefined
  private static Truth decayed(DecayModel model, long first, int count, float before) {
    Truth truth = new Truth(model, 1);
    Arrays.fill(truth.weight[0], before);
    for (float[] column : Columns.of(truth).values()) Arrays.fill(column, before);
    for (float[] column : truth.scratch) Arrays.fill(column, Float.NaN);
    truth.number(first, count);
    Arrays.fill(truth.weight[0], 0, count, 1f);
    Arrays.fill(truth.charged.x, 0, count, 0f);
    Arrays.fill(truth.charged.y, 0, count, 0f);
    Draws draw = new Draws(Role.STUDY, model.name(), SEED);
    draw.stage("decay");
    model.decay(truth, draw);
    assertThat(truth.n).isEqualTo(count);
    return truth;
  }

  private static List<float[]> columns(Truth truth) {
    List<float[]> columns = new ArrayList<>(List.of(truth.weight[0]));
    List<FourVectors> vectors = new ArrayList<>(List.of(truth.charged));
    vectors.addAll(List.of(truth.photon));
    vectors.addAll(List.of(truth.companion));
    for (FourVectors v : vectors) columns.addAll(List.of(v.energy, v.x, v.y, v.z));
    return columns;
  }
}
