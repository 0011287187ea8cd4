package org.lacuna.experiment.response;

/// Weights that ride along with the nominal one, so that a systematic variant costs no second
/// simulation. Variants of photons come last: events without photons do not have them.
public enum Variant {
  /// What is believed.
  NOMINAL(0, "nominal"),
  /// Without the efficiencies: geometry, resolution and photons alone.
  GEOMETRIC(1, "geometric"),
  /// Photon inefficiencies one standard deviation higher.
  INEFFICIENCY_PLUS_SIGMA(2, "photon inefficiency + 1 sigma"),
  /// Photons that convert before the magnet are unseen by LAV, IRC and SAC.
  CONVERSIONS_UNSEEN(3, "conversions unseen");

  private final int index;
  private final String label;

  Variant(int index, String label) {
    this.index = index;
    this.label = label;
  }

  /// Place among the weights of an event.
  public int index() {
    return index;
  }

  public String label() {
    return label;
  }

  /// How many weights an event of a simulated sample has.
  ///
  /// @param photons of the decay
  public static int count(int photons) {
    return photons == 0 ? GEOMETRIC.index + 1 : values().length;
  }
}
