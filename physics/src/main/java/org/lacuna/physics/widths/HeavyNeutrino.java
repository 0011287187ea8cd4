package org.lacuna.physics.widths;

import static org.lacuna.physics.particle.Constants.HBAR_GEV_NS;
import static org.lacuna.physics.particle.Constants.SPEED_OF_LIGHT_M_PER_NS;

import java.util.EnumMap;
import java.util.Map;

/// A heavy neutral lepton N, as far as its decays go.
///
/// @param massGeV above 0 and below the mass of the kaon; heavier ones have channels that are not
///   here
/// @param mixing with the three neutrinos
/// @param nature Dirac or Majorana
public record HeavyNeutrino(double massGeV, Mixing mixing, Nature nature) {
  /// @throws IllegalArgumentException if the mass is not above 0
  public HeavyNeutrino {
    if (!(massGeV > 0 && massGeV < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("massGeV is " + massGeV + ": give a mass above 0");
    }
  }

  /// Width of one final state in GeV, 0 at and below its threshold.
  public double widthGeV(Channel channel) {
    return (nature == Nature.MAJORANA ? 2 : 1) * channel.diracWidthGeV(massGeV, mixing);
  }

  /// Widths of all final states in GeV, in the order of [Channel].
  public Map<Channel, Double> widthsGeV() {
    Map<Channel, Double> widths = new EnumMap<>(Channel.class);
    for (Channel channel : Channel.values()) widths.put(channel, widthGeV(channel));
    return widths;
  }

  /// Total width.
  public double widthGeV() {
    double total = 0;
    for (Channel channel : Channel.values()) total += widthGeV(channel);
    return total;
  }

  /// Mean lifetime at rest, `ħ/Γ`; infinite without mixing.
  public double lifetimeNs() {
    return HBAR_GEV_NS / widthGeV();
  }

  /// Share of the decays with any charged particle, photon or π⁰: all but ννν̄. NaN without mixing.
  public double visibleFraction() {
    return 1 - widthGeV(Channel.NUNUNU) / widthGeV();
  }

  /// Mean path before the decay, `p cτ/m_N`.
  ///
  /// @param momentumGeV of N, above 0
  public double decayLengthM(double momentumGeV) {
    return momentumGeV / massGeV * SPEED_OF_LIGHT_M_PER_NS * lifetimeNs();
  }

  /// Probability not to decay on a path, `exp(−s/(βγcτ))`.
  ///
  /// @param pathM s, 0 or above
  /// @param momentumGeV of N, above 0
  public double survival(double pathM, double momentumGeV) {
    return StrictMath.exp(-pathM / decayLengthM(momentumGeV));
  }
}
