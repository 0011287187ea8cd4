package org.lacuna.experiment.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lacuna.core.batch.Rows;
import org.lacuna.core.random.Role;
import org.lacuna.experiment.Sample;
import org.lacuna.experiment.TestApparatus;
import org.lacuna.experiment.response.Variant;
import org.lacuna.experiment.validation.Gathered;
import org.lacuna.experiment.validation.SeenDecays;
import org.lacuna.physics.decay.DecayModel;
import org.lacuna.physics.decay.LeptonNeutral;
import org.lacuna.physics.decay.ShortLived;
import org.lacuna.physics.decay.Truth;
import org.lacuna.physics.particle.Constants;
import org.lacuna.physics.particle.Particle;

/// N that decay in flight: drawn in nature, a weight in simulated samples.
class ShortLivedTest {
  private static final long SEED = 12;
  private static final int EVENTS = 1 << 15;
  private static final int NOMINAL = Variant.NOMINAL.index();
  private static final Apparatus WHOLE = TestApparatus.whole();

  private static LeptonNeutral stable(double massGeV) {
    return new LeptonNeutral("hnl", 1, Particle.MUON, massGeV);
  }

  private static Simulation chain(DecayModel model, Role role) {
    return Simulation.of(
        WHOLE, TestApparatus.reconstruction(), TestApparatus.selection(), model, role, SEED);
  }

  private static Result result(DecayModel model, Role role) {
    Simulation chain = chain(model, role);
    return chain.events(chain.batch(), 0, EVENTS, Rows.BLOCK, 1);
  }

  private static double selectedWeight(Result result) {
    double sum = 0;
    for (int k = 0; k < result.spectrum().bins(); k++) sum += result.spectrum().sum(NOMINAL, k);
    return sum;
  }

  /// Independent samples: selected events against weights. The squares of weights are below the
  /// weights.
  @ParameterizedTest
  @CsvSource({"0.2,50", "0.2,5", "0.2,1", "0.35,50", "0.35,5", "0.35,1"})
  void drawsAgreeWithWeights(double massGeV, double lifetimeNs) {
    DecayModel model = new ShortLived(stable(massGeV), lifetimeNs);
    double expected = selectedWeight(result(model, Role.SIMULATION));
    double drawn = result(model, Role.NATURE).selected();
    assertThat(expected).isGreaterThan(200);
    assertThat(drawn).isCloseTo(expected, within(Sample.SIGMAS * Math.sqrt(2 * expected)));
  }

  /// The same events: what the surface of lifetimes says of stable N is what N with a lifetime
  /// have. The looks come after the stray field, which turns muons by 10⁻⁵.
  @Test
  void theSurfaceOfLifetimesSaysTheSame() {
    double massGeV = 0.3;
    Simulation chain = chain(stable(massGeV), Role.SIMULATION);
    double endM = WHOLE.vetoEnd().z();
    SeenDecays look = new SeenDecays(chain, massGeV, Map.of("end", endM), List.of(2.0));
    Gathered gathered = new Gathered();
    Batch batch = chain.batch();
    for (int first = 0; first < EVENTS; first += Rows.BLOCK) {
      look.block(batch, first, Rows.BLOCK, gathered);
    }
    double loss = gathered.ratioOf(SeenDecays.name("end", 2)).estimate().value();
    double whole = selectedWeight(result(stable(massGeV), Role.SIMULATION));
    double left = selectedWeight(result(new ShortLived(stable(massGeV), 2), Role.SIMULATION));
    assertThat(whole / left).isGreaterThan(2).isCloseTo(loss, within(1e-4 * loss));
  }

  /// The proper time that N of nature live: of those that are drawn, `z − z_K` over `βγcτ` of each
  /// is exponential.
  @Test
  void flightLengthsAreExponential() {
    double massGeV = 0.3;
    double lifetimeNs = 4;
    Simulation chain = chain(new ShortLived(stable(massGeV), lifetimeNs), Role.NATURE);
    Stage flight =
        chain.stages().stream()
            .filter(it -> it.name().equals("flight of N"))
            .findFirst()
            .orElseThrow();
    Batch batch = chain.batch();
    Truth truth = batch.truth();
    double endM = WHOLE.vetoEnd().z();
    Sample lifetimes = new Sample();
    for (int first = 0; first < 20 * Rows.BLOCK; first += Rows.BLOCK) {
      chain.decays(batch, first, Rows.BLOCK);
      Arrays.fill(truth.margin, 0, truth.n, Float.POSITIVE_INFINITY);
      batch.draw().stage(flight.name());
      flight.work().accept(batch);
      for (int i = 0; i < truth.n; i++) {
        double x = truth.kaon.momentum[i] - truth.chargedRay.momentum[i];
        double length = x / massGeV * Constants.SPEED_OF_LIGHT_M_PER_NS * lifetimeNs;
        lifetimes.add((truth.margin[i] + endM - truth.decayZ[i]) / length);
      }
    }
    // Slopes of the muon up to some 10 mrad are left out here: 10⁻⁴.
    assertThat(lifetimes.distance(t -> -StrictMath.expm1(-Math.max(0, t))))
        .isLessThan(Sample.LIMIT);
  }

  /// An infinite lifetime is none: not a bit changes.
  @Test
  void longLivesChangeNothing() {
    Result eternal = result(new ShortLived(stable(0.3), Double.POSITIVE_INFINITY), Role.NATURE);
    Result whole = result(stable(0.3), Role.NATURE);
    assertThat(eternal.selected()).isEqualTo(whole.selected()).isGreaterThan(500);
    assertThat(eternal.measured()).isEqualTo(whole.measured());
    assertThat(selectedWeight(result(new ShortLived(stable(0.3), 1e30), Role.SIMULATION)))
        .isEqualTo(selectedWeight(result(stable(0.3), Role.SIMULATION)));
  }
}
