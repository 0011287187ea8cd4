package org.lacuna.application.calculator;

import java.util.Map;
import org.lacuna.application.command.Answer;
import org.lacuna.core.quantity.Dimension;
import org.lacuna.physics.widths.HeavyNeutrino;
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
}
