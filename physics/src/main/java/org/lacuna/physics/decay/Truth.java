package org.lacuna.physics.decay;

import java.util.Arrays;
import org.lacuna.core.batch.Column;
import org.lacuna.core.batch.Ray;
import org.lacuna.core.batch.Rows;

/// What really happened to the kaons of a block, as columns.
///
/// Beam, decay models and detector responses write and read it; reconstruction, selection and
/// everything later never see it.
public final class Truth extends Rows {
  private static final int SCRATCH = 16;

  /// The kaon where the last beam detector stands.
  public final Ray kaon = new Ray(BLOCK);

  @Column(unit = "m", meaning = "where the kaon decays")
  public final float[] decayZ = Rows.floats(BLOCK);

  /// The charged daughter that may be taken for the muon, in the rest frame of the kaon.
  public final FourVectors charged = new FourVectors();

  /// The photons of the decay, those of neutral pions included.
  public final FourVectors[] photon;

  /// Further charged daughters.
  public final FourVectors[] companion;

  /// The charged daughter in the laboratory: before the spectrometer magnet, and behind it.
  public final Ray chargedRay = new Ray(BLOCK);

  public final Ray chargedAfter = new Ray(BLOCK);

  public final Ray[] photonRay;

  public final Ray[] companionRay;

  @Column(meaning = "positive as long as the event can be seen")
  public final float[] margin = Rows.floats(BLOCK);

  /// Weight of the event, `[variant][row]`; variant 0 is the nominal one.
  public final float[][] weight;

  /// Work space of one stage: nothing in it outlives the stage.
  public final float[][] scratch = Rows.floats(SCRATCH, BLOCK);

  /// Row numbers of one stage.
  public final int[] row = Rows.ints(BLOCK);

  /// Rows on which accept-reject has not decided yet, and where they stand.
  final Rows open = new Rows(BLOCK);

  final int[] openRow = Rows.ints(BLOCK);

  /// @param model whose daughters there is room for
  /// @param variants number of weights per event, at least 1
  public Truth(DecayModel model, int variants) {
    super(BLOCK);
    photon = vectors(model.photons());
    photonRay = rays(model.photons());
    companion = vectors(model.companions().size());
    companionRay = rays(model.companions().size());
    weight = Rows.floats(variants, BLOCK);
  }

  private static FourVectors[] vectors(int count) {
    FourVectors[] all = new FourVectors[count];
    Arrays.setAll(all, k -> new FourVectors());
    return all;
  }

  private static Ray[] rays(int count) {
    Ray[] all = new Ray[count];
    Arrays.setAll(all, k -> new Ray(BLOCK));
    return all;
  }

  /// Multiplies all variants of the weight.
  public void weigh(float[] factor) {
    for (float[] w : weight) {
      for (int i = 0; i < n; i++) w[i] *= factor[i];
    }
  }
}
