package org.lacuna.experiment.response;

import java.util.List;
import org.lacuna.core.batch.Ray;
import org.lacuna.core.function.FloatMath;
import org.lacuna.core.random.Draws;
import org.lacuna.experiment.apparatus.Plane;
import org.lacuna.experiment.apparatus.Spectrometer;
import org.lacuna.experiment.apparatus.Tiles;
import org.lacuna.experiment.event.Measured;
import org.lacuna.physics.decay.Truth;

/// What a muon goes through behind the chambers, and where it arrives in the muon detector.
///
/// It comes to a normal place about the end of its straight line, `σ = k/(p − ε)` in each
/// projection, and has a signal there if it is inside the detector and its momentum exceeds the
/// mean loss of energy. Only the place is turned away: the direction at the end, fluctuations of
/// the loss and the tails of scattering are neglected. Pions that pass for muons are treated as
/// muons.
///
/// @param layers of material, along the beam
/// @param detector at the end of the line
/// @param tiles of the detector
/// @param scatterGeVM k
/// @param lossBeforeGeV ε, the mean loss before the scattering
/// @param lossGeV mean loss up to the detector
public record MuonLine(
    List<Layer> layers,
    Plane detector,
    Tiles tiles,
    double scatterGeVM,
    double lossBeforeGeV,
    double lossGeV) {
  private static final double HIGHLAND_GEV = 13.6e-3;
  private static final double HIGHLAND_LOGARITHM = 0.038;

  /// Muons that are slower have no signal, wherever they go.
  private static final float LEAST_GEV = 1e-3f;

  /// A piece of material.
  ///
  /// @param fromM where it starts
  /// @param lengthM along the beam
  /// @param radiationLengths its thickness
  /// @param lossGeV mean energy that a muon leaves in it
  public record Layer(
      String name, double fromM, double lengthM, double radiationLengths, double lossGeV) {
    /// Where it ends.
    public double toM() {
      return fromM + lengthM;
    }
  }

  public MuonLine {
    layers = List.copyOf(layers);
  }

  /// Adds up layers: `θ₀ = 13.6 MeV/p √X (1 + 0.038 ln X)` of all together, each with its share of
  /// θ₀² and its distance to the detector: `σ² = Σ θᵢ² (Lᵢ² + dᵢ²/12)`, L from the middle of a
  /// layer of length d. To first order in the loss, ε is the mean loss with the weights of this
  /// sum.
  ///
  /// @param layers in the order along the beam, in front of the detector
  /// @cite PDG2022
  public static MuonLine through(List<Layer> layers, Plane detector, Tiles tiles) {
    double thickness = layers.stream().mapToDouble(Layer::radiationLengths).sum();
    double perRadiationLength = thickness > 0 ? highland(thickness) : 0;
    double variance = 0;
    double weighted = 0;
    double loss = 0;
    double behindM = Double.NEGATIVE_INFINITY;
    for (Layer layer : layers) {
      if (!(layer.fromM >= behindM && layer.toM() <= detector.z())) {
        throw new IllegalArgumentException(
            layer.name
                + " from "
                + layer.fromM
                + " to "
                + layer.toM()
                + " m: layers follow each other and end before "
                + detector.name()
                + " at "
                + detector.z()
                + " m");
      }
      double lever = detector.z() - layer.fromM - layer.lengthM / 2;
      double share =
          perRadiationLength
              * layer.radiationLengths
              * (lever * lever + layer.lengthM * layer.lengthM / 12);
      variance += share;
      weighted += share * (loss + layer.lossGeV / 2);
      loss += layer.lossGeV;
      behindM = layer.toM();
    }
    double before = variance > 0 ? weighted / variance : 0;
    return new MuonLine(layers, detector, tiles, Math.sqrt(variance), before, loss);
  }

  /// `(θ₀ p)²/X` in GeV².
  private static double highland(double radiationLengths) {
    double perRoot = HIGHLAND_GEV * (1 + HIGHLAND_LOGARITHM * StrictMath.log(radiationLengths));
    return perRoot * perRoot;
  }

  /// Fills the place of the signal, and takes away its time where there is none; uses the ray
  /// behind the magnet as work space, where the impact remains.
  public void measure(Truth truth, Measured seen, Draws draw, Spectrometer spectrometer) {
    int n = truth.n;
    Ray impact = truth.chargedAfter;
    float[] margin = truth.scratch[0];
    spectrometer.bend(truth.chargedRay, impact, 1, n);
    draw.normals("scattering", truth, seen.muv3X, seen.muv3Y);
    float scatter = (float) scatterGeVM;
    float before = (float) lossBeforeGeV;
    float loss = (float) lossGeV;
    float end = detector.z();
    for (int i = 0; i < n; i++) {
      float path = end - impact.z[i];
      float sigma = scatter / Math.max(LEAST_GEV, impact.momentum[i] - before);
      float x = Math.fma(impact.slopeX[i], path, impact.x[i]);
      float y = Math.fma(impact.slopeY[i], path, impact.y[i]);
      impact.x[i] = Math.fma(sigma, seen.muv3X[i], x);
      impact.y[i] = Math.fma(sigma, seen.muv3Y[i], y);
      impact.z[i] = end;
      margin[i] = impact.momentum[i] - loss;
    }
    detector.lower(margin, impact, n);
    float[] side = truth.scratch[1];
    float[] found = truth.scratch[2];
    for (int i = 0; i < n; i++) {
      side[i] = tiles.side(impact.x[i], impact.y[i]);
      found[i] = FloatMath.step(margin[i]);
    }
    toTile(impact.x, side, found, seen.muv3X, n);
    toTile(impact.y, side, found, seen.muv3Y, n);
    float[] time = seen.muv3Time;
    for (int i = 0; i < n; i++) time[i] = orNone(time[i], found[i]);
  }

  private void toTile(float[] u, float[] side, float[] found, float[] centre, int n) {
    for (int i = 0; i < n; i++) centre[i] = orNone(tiles.centre(u[i], side[i]), found[i]);
  }

  private static float orNone(float value, float found) {
    return Math.fma(found, value, Measured.NONE * (1f - found));
  }
}
