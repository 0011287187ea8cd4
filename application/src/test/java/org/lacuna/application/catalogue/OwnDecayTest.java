package org.lacuna.application.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lacuna.physics.particle.Particle.KAON;
import static org.lacuna.physics.particle.Particle.MUON;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lacuna.application.card.Cards;
import org.lacuna.core.kinematics.TwoBody;
import org.lacuna.physics.decay.DecayModelContract;
import org.lacuna.physics.decay.Truth;

/// The page about own decays: its class is compiled and packed into a jar, its card read, and the
/// decay keeps the contract of all decays.
class OwnDecayTest extends DecayModelContract {
  private static final Path PAGE = Path.of("../docs/extending/own-decay.md");
  private static final double PHI_GEV = 0.05;
  private static final double LOWEST_GEV2 = 4 * PHI_GEV * PHI_GEV;
  private static final double HIGHEST_GEV2 =
      (KAON.massGeV() - MUON.massGeV()) * (KAON.massGeV() - MUON.massGeV());

  @TempDir private static Path folder;

  @Override
  protected Stream<Case> cases() {
    Projection squaredMass =
        Projection.of(
            "t", OwnDecayTest::squaredMass, LOWEST_GEV2, HIGHEST_GEV2, OwnDecayTest::spectrum);
    return Stream.of(
        new Case(
            cardOfThePage().signal().apply(PHI_GEV),
            LOWEST_GEV2,
            HIGHEST_GEV2,
            false,
            List.of(squaredMass)));
  }

  @Test
  void allMassesShareTheirRandomNumbers() {
    RunCard card = cardOfThePage();
    assertThat(card.massesGeV()).hasSize(11).contains(0.02, 0.12);
    assertThat(card.massesGeV())
        .extracting(mass -> card.signal().apply(mass).name())
        .containsOnly("munuphiphi");
  }

  private static double squaredMass(Truth truth, int row) {
    return unseen(truth, row).massSquaredGeV2();
  }

  /// The density of the page, written down once more and integrated in another way: `p*(m_K; m_μ,
  /// √t) ∫ dM p*(√t; 0, M) p*(M; m_φ, m_φ) / √t`.
  private static double spectrum(double t) {
    double missing = Math.sqrt(t);
    double range = missing - 2 * PHI_GEV;
    int steps = 50;
    double sum = 0;
    for (int i = 0; i < steps; i++) {
      double pair = 2 * PHI_GEV + range * (i + 0.5) / steps;
      sum += TwoBody.momentumGeV(missing, 0, pair) * TwoBody.momentumGeV(pair, PHI_GEV, PHI_GEV);
    }
    return TwoBody.momentumGeV(KAON.massGeV(), MUON.massGeV(), missing) * range * sum / missing;
  }

  private static RunCard cardOfThePage() {
    try {
      String source = block("java");
      Path jar = PluginJar.of(folder, "munuphiphi", "elsewhere.MuonNeutrinoPair", source);
      Path card = Files.writeString(folder.resolve("card.yaml"), block("yaml"));
      Catalogue catalogue = Catalogue.with(List.of(jar));
      return Cards.resolve(card.toString(), Map.of()).read(catalogue.runCards());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The first block of code of that language on the page.
  private static String block(String language) throws IOException {
    Matcher block =
        Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(PAGE));
    assertThat(block.find()).isTrue();
    return block.group(1);
  }
}
