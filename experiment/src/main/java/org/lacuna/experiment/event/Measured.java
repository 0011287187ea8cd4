package org.lacuna.experiment.event;

import org.lacuna.core.batch.Column;
import org.lacuna.core.batch.Ray;
import org.lacuna.core.batch.Rows;

/// What the experiment sees of the events of a block, as columns.
///
/// Detector responses fill it, or a reader of real data; reconstruction adds its own columns;
/// selection and everything later read it. Times are relative to the muon. A signal that an event
/// does not have is [#NONE] ns and metres away, outside every window. A column that an experiment
/// does not have is undefined (NaN) in all rows, and a cut that reads it is not applied.
public final class Measured extends Rows {
  /// Time of a signal that does not exist.
  public static final float NONE = 1e6f;

  private static final int SCRATCH = 10;

  /// The muon candidate at the first chamber.
  public final Ray track = new Ray(BLOCK);

  /// The muon candidate behind the magnet.
  public final Ray after = new Ray(BLOCK);

  @Column(meaning = "charge of the track; 0 without one")
  public final float[] charge = floats(BLOCK);

  /// Tracks of the beam spectrometer.
  public final Candidates gtk = new Candidates();

  /// Tracks and segments besides the muon candidate.
  public final Tracks tracks = new Tracks();

  @Column(unit = "ns", meaning = "kaon signal in the KTAG")
  public final float[] ktagTime = floats(BLOCK);

  @Column(unit = "ns", meaning = "signal in MUV3 at the impact of the track")
  public final float[] muv3Time = floats(BLOCK);

  @Column(unit = "m", meaning = "middle of the MUV3 tile with the signal, horizontally")
  public final float[] muv3X = floats(BLOCK);

  @Column(unit = "m", meaning = "middle of the MUV3 tile with the signal, upwards")
  public final float[] muv3Y = floats(BLOCK);

  @Column(unit = "GeV", meaning = "energy in the LKr at the impact of the track")
  public final float[] calorimeterEnergy = floats(BLOCK);

  @Column(unit = "MHz", meaning = "rate of the beam at the time of the event")
  public final float[] intensity = floats(BLOCK);

  @Column(meaning = "trigger of the event: 1 yes, 0 no")
  public final float[] trigger = floats(BLOCK);

  @Column(meaning = "RICH pattern: 1 like a muon, 0 not")
  public final float[] richMuon = floats(BLOCK);

  @Column(unit = "ns", meaning = "nearest LKr cluster away from the track")
  public final float[] lkrTime = floats(BLOCK);

  @Column(unit = "ns", meaning = "nearest LAV signal")
  public final float[] lavTime = floats(BLOCK);

  @Column(unit = "ns", meaning = "nearest IRC or SAC signal")
  public final float[] savTime = floats(BLOCK);

  @Column(unit = "ns", meaning = "nearest CHANTI signal")
  public final float[] chantiTime = floats(BLOCK);

  @Column(meaning = "further STRAW segments and tracks that form a vertex with the track")
  public final float[] extraSegments = floats(BLOCK);

  @Column(meaning = "CHOD tiles away from the track, within 6 ns")
  public final float[] extraTiles = floats(BLOCK);

  @Column(meaning = "RICH signals away from the ring, within 3 ns")
  public final float[] extraRichHits = floats(BLOCK);

  @Column(meaning = "beam tracks in time with the kaon signal")
  public final float[] beamTracks = floats(BLOCK);

  /// The chosen kaon at the last station of the GTK.
  public final Ray kaon = new Ray(BLOCK);

  /// Which of the candidates it is.
  public final int[] kaonIndex = ints(BLOCK);

  @Column(unit = "ns", meaning = "time of the kaon against the KTAG")
  public final float[] kaonTime = floats(BLOCK);

  @Column(meaning = "discriminant of the kaon")
  public final float[] discriminant = floats(BLOCK);

  @Column(unit = "m", meaning = "closest approach of kaon and muon")
  public final float[] distance = floats(BLOCK);

  @Column(unit = "m", meaning = "vertex, horizontally")
  public final float[] vertexX = floats(BLOCK);

  @Column(unit = "m", meaning = "vertex, upwards")
  public final float[] vertexY = floats(BLOCK);

  @Column(unit = "m", meaning = "vertex, along the beam")
  public final float[] vertexZ = floats(BLOCK);

  @Column(meaning = "dx/dz of the kaon at the vertex")
  public final float[] kaonSlopeX = floats(BLOCK);

  @Column(meaning = "dy/dz of the kaon at the vertex")
  public final float[] kaonSlopeY = floats(BLOCK);

  @Column(meaning = "dx/dz of the muon at the vertex")
  public final float[] muonSlopeX = floats(BLOCK);

  @Column(meaning = "dy/dz of the muon at the vertex")
  public final float[] muonSlopeY = floats(BLOCK);

  @Column(unit = "GeV^2", meaning = "squared missing mass")
  public final float[] missingMassSquared = floats(BLOCK);

  @Column(unit = "rad", meaning = "angle of the muon to the beam in the rest frame of the kaon")
  public final float[] thetaStar = floats(BLOCK);

  /// One bit per cut, from the lowest on: 1 passed.
  public final int[] passed = ints(BLOCK);

  /// Work space of one step: nothing in it outlives the step.
  public final float[][] scratch = floats(SCRATCH, BLOCK);

  /// Work space of one step.
  public final int[] row = ints(BLOCK);

  public Measured() {
    super(BLOCK);
  }
}
