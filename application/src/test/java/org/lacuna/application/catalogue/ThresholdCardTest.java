package org.lacuna.application.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lacuna.application.card.Cards;
import org.lacuna.physics.decay.LeptonInvisible;
import org.lacuna.physics.exotic.BosonModel;
import org.lacuna.physics.exotic.MuonNeutrinoBoson;

class ThresholdCardTest {
  @TempDir private Path folder;

  private RunCard card(String search) throws IOException {
    Path file = folder.resolve("card.yaml");
    Files.writeString(
        file, "schema: lacuna/run/1\nextends: na62-2016-2018\nthreshold-search: " + search);
    return Cards.resolve(file.toString(), Map.of()).read(Catalogue.with(List.of()).runCards());
  }

  /// Section 6 of the paper.
  @Test
  void theDefaultCardHasThe37MassesOfThePaper() throws IOException {
    ThresholdCard search = card("{spectrum: sm}").thresholds().orElseThrow();
    assertThat(search.massesGeV()).hasSize(37).startsWith(0.01, 0.02).endsWith(0.36, 0.37);
    assertThat(search.candidatesGeV2()).contains(0.1).allMatch(m0 -> m0 >= 0.03);
    assertThat(search.threeNeutrinos().name()).isEqualTo("munununu");
  }

  /// The median of the missing mass of a scalar is the larger one.
  @Test
  void scalarAndVectorAreTheTwoModels() throws IOException {
    ThresholdCard search = card("{spectrum: sm}").thresholds().orElseThrow();
    double scalar = median(search.scalar().apply(0.1));
    double vector = median(search.vector().apply(0.1));
    assertThat(scalar).isGreaterThan(vector);
    assertThat(half(BosonModel.SCALAR, scalar)).isBetween(0.499, 0.501);
    assertThat(half(BosonModel.VECTOR, vector)).isBetween(0.499, 0.501);
  }

  private static double median(LeptonInvisible decay) {
    float[] half = {0.5f};
    decay.massSquaredGeV2().at(half, half, 1);
    return half[0];
  }

  /// Share of the decays below a squared missing mass, by midpoints.
  private static double half(BosonModel model, double upToGeV2) {
    MuonNeutrinoBoson decay = new MuonNeutrinoBoson(model, 0.1, 1);
    int cells = 20_000;
    double low = decay.lowestGeV2();
    double step = (decay.highestGeV2() - low) / cells;
    double below = 0;
    double all = 0;
    for (int k = 0; k < cells; k++) {
      double t = low + (k + 0.5) * step;
      double density = decay.density(t);
      all += density;
      if (t < upToGeV2) below += density;
    }
    return below / all;
  }

  @Test
  void itCanBeLeftOut() throws IOException {
    assertThat(card("null").thresholds()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{candidates: [0.02 GeV^2]} | 0.02 GeV^2",
        "{candidates: [0.1]} | has no unit",
        "{candidates: []} | no candidates",
        "{candidates: [0.1 GeV^2]} | needs one of at least",
        "{masses: [{from: 10 MeV, to: 390 MeV, step: 10 MeV}]} | needs one of at least",
        "{masses: [{from: 20 MeV, to: 20 MeV, step: 1 MeV}, {from: 10 MeV, to: 10 MeV, step: 1"
            + " MeV}]} | give ranges that rise",
        "{raised-from: 320} | has no unit",
        "{spectrum: flat} | spectrum: \"flat\"",
      })
  void refusesWhatIsWrong(String search, String message) {
    assertThatThrownBy(() -> card(search)).hasMessageContaining(message);
  }
}
