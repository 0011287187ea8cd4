package org.lacuna.application.calculator;

import java.util.List;
import java.util.Map;
import org.lacuna.application.command.Answer;
import org.lacuna.core.quantity.Dimension;
import org.lacuna.physics.widths.HeavyNeutrino;
import org.lacuna.report.figure.Axis;
import org.lacuna.report.figure.Figure;
import org.lacuna.report.figure.Ink;
import org.lacuna.report.figure.Look;
import org.lacuna.report.figure.Series;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Lifetime of N, with the partial widths it comes from.
@Command(
    name = "lifetime",
    mixinStandardHelpOptions = true,
    description = "Mean lifetime of a heavy neutral lepton N, its partial widths and what is seen.",
    footer = {
      "",
      "Examples:",
      "  lacuna physics lifetime --mass \"300 MeV\" --umu2 1e-8",
      "  lacuna physics lifetime --mass \"300 MeV\" --ue2 1e-8 --umu2 1e-8 --utau2 1e-8 --dirac"
    })
final class LifetimeCommand implements Runnable {
  @Mixin private NeutrinoOptions options;
  @Mixin private Answer answer;
  @Mixin private Plot plot;

  /// @param value mean lifetime
  /// @param widthsGeV partial widths by final state
  /// @param visibleFraction share of the decays with any charged particle, photon or π⁰
  record Lifetime(
      String quantity,
      Map<String, Object> inputs,
      double value,
      String unit,
      Map<String, Double> widthsGeV,
      double visibleFraction) {}

  @Override
  public void run() {
    HeavyNeutrino neutrino = options.neutrino();
    plot.draw(this::figure);
    double lifetimeNs = neutrino.lifetimeNs();
    Lifetime result =
        new Lifetime(
            "lifetime",
            options.inputs(),
            lifetimeNs,
            Dimension.TIME.unit(),
            NeutrinoOptions.widthsGeV(neutrino),
            neutrino.visibleFraction());
    answer.print(
        result,
        () ->
            Calculated.text("lifetime", lifetimeNs, "ns")
                + "\n"
                + Calculated.text("visible fraction", neutrino.visibleFraction(), "")
                + "\n"
                + NeutrinoOptions.table(neutrino));
  }

  private Figure figure() {
    Axis mass = options.masses();
    Series lifetime =
        Plot.line("", Look.of(Ink.BLUE), mass, 1e-3, m -> options.neutrino(m).lifetimeNs());
    return Plot.figure(
        "lifetime",
        "Mean lifetime of <i>N</i>.",
        mass,
        Axis.logarithmicFor("<i>τ</i> [ns]", 0.1, lifetime.values()),
        List.of(lifetime),
        options.massMeV());
  }
}
