package org.lacuna.application.calculator;

import static org.lacuna.application.calculator.Limits.below;
import static org.lacuna.physics.particle.Particle.ELECTRON;
import static org.lacuna.physics.particle.Particle.MUON;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lacuna.application.command.Answer;
import org.lacuna.application.input.Choice;
import org.lacuna.application.input.Quantity;
import org.lacuna.physics.exotic.LeptonHeavyNeutrino;
import org.lacuna.physics.particle.Particle;
import org.lacuna.report.figure.Axis;
import org.lacuna.report.figure.Figure;
import org.lacuna.report.figure.Ink;
import org.lacuna.report.figure.Look;
import org.lacuna.report.figure.Series;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// ρ of K⁺ → ℓ⁺N.
@Command(
    name = "rho",
    mixinStandardHelpOptions = true,
    description =
        "Rate of K+ -> l+ N per unit mixing squared, relative to K+ -> l+ nu; 1 for a massless N.",
    footer = {"", "Example:", "  lacuna physics rho --lepton mu --mass \"263 MeV\""})
final class RhoCommand implements Runnable {
  /// The leptons a kaon can decay to.
  static final Map<String, Particle> LEPTONS = Map.of("mu", MUON, "e", ELECTRON);

  @Option(
      names = "--lepton",
      required = true,
      paramLabel = "L",
      description = "The lepton: mu or e.")
  private String lepton = "";

  @Option(
      names = "--mass",
      required = true,
      paramLabel = "M",
      converter = Quantity.Energy.class,
      description = "Mass of N with its unit, such as \"263 MeV\".")
  private double massGeV;

  @Mixin private Answer answer;
  @Mixin private Plot plot;

  @Override
  public void run() {
    Particle particle = Choice.of("--lepton", lepton, LEPTONS);
    below("--mass", massGeV, LeptonHeavyNeutrino.limitGeV(particle), "K+ -> " + lepton + "+ N");
    plot.draw(() -> figure(particle));
    double rho = new LeptonHeavyNeutrino(particle, massGeV).rho();
    Map<String, Object> inputs = new LinkedHashMap<>();
    inputs.put("lepton", lepton);
    inputs.put("massGeV", massGeV);
    answer.print(new Calculated("rho", inputs, rho, ""), () -> Calculated.text("rho", rho, ""));
  }

  private Figure figure(Particle particle) {
    Axis mass = Axis.linear(Plot.MASS, 0, 1e3 * LeptonHeavyNeutrino.limitGeV(particle));
    Series rho =
        Plot.line(
            "", Look.of(Ink.BLUE), mass, 1e-3, m -> new LeptonHeavyNeutrino(particle, m).rho());
    return Plot.figure(
        "rho",
        "Rate of <i>K</i><sup>+</sup> → ℓ<sup>+</sup><i>N</i> per unit mixing squared, relative to"
            + " a massless neutrino.",
        mass,
        Axis.linearFor("<i>ρ</i>", 0.1, rho.values()),
        List.of(rho),
        1e3 * massGeV);
  }
}
