package org.lacuna.experiment.selection;

import static org.lacuna.core.function.FloatMath.between;
import static org.lacuna.core.function.FloatMath.clip;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Locale;
import org.lacuna.core.function.FloatMath;
import org.lacuna.experiment.apparatus.Spectrometer;

/// The cuts of the search for a muon and nothing else, by their kinds. Thresholds come from the
/// card.
///
/// @cite NA62Invisible2021
public final class Cuts {
  private static final double DEGREE = Math.PI / 180;
  private static final double MM = 1e-3;

  private Cuts() {}

  /// A label with its thresholds, of which at most four digits are shown.
  private static String text(String format, double... thresholds) {
    MathContext digits = new MathContext(4);
    Object[] shown =
        Arrays.stream(thresholds)
            .mapToObj(x -> new BigDecimal(x).round(digits).stripTrailingZeros().toPlainString())
            .toArray();
    return String.format(Locale.ROOT, format, shown);
  }

  /// The trigger has fired.
  public static Cut trigger() {
    return Cut.of("trigger", (e, i) -> e.trigger[i] - 0.5f);
  }

  /// Exactly one track, positive.
  public static Cut onePositiveTrack() {
    return Cut.of("one positive track", (e, i) -> between(0.5f, e.charge[i], 1.5f));
  }

  /// Momentum of the track.
  public static Cut momentum(double leastGeV, double mostGeV) {
    float low = (float) leastGeV;
    float high = (float) mostGeV;
    return Cut.of(
        text("%s < p < %s GeV", leastGeV, mostGeV),
        (e, i) -> between(low, e.track.momentum[i], high));
  }

  /// The measured track passes all planes.
  public static Cut acceptance(Spectrometer spectrometer) {
    return new Cut(
        "track in acceptance", (margin, e) -> spectrometer.see(margin, e.track, e.after, e.n));
  }

  /// Kaon signal in time with the muon.
  public static Cut ktag(double windowNs) {
    float window = (float) windowNs;
    return Cut.of(text("KTAG within %s ns", windowNs), (e, i) -> window - Math.abs(e.ktagTime[i]));
  }

  /// Energy in the calorimeter over momentum.
  public static Cut energyOverMomentum(double most) {
    float largest = (float) most;
    return Cut.of(
        text("E/p < %s", most), (e, i) -> largest * e.track.momentum[i] - e.calorimeterEnergy[i]);
  }

  /// RICH pattern like a muon, where the momentum is below a bound.
  public static Cut richMuon(double belowGeV) {
    float below = (float) belowGeV;
    return Cut.of(
        text("RICH muon below %s GeV", belowGeV),
        (e, i) -> Math.max(e.richMuon[i] - 0.5f, e.track.momentum[i] - below));
  }

  /// Muon detector in time.
  public static Cut muv3(double windowNs) {
    float window = (float) windowNs;
    return Cut.of(text("MUV3 within %s ns", windowNs), (e, i) -> window - Math.abs(e.muv3Time[i]));
  }

  /// A kaon track in time with the kaon signal.
  public static Cut kaonTrack(double windowNs) {
    float window = (float) windowNs;
    return Cut.of(
        text("GTK track within %s ns", windowNs), (e, i) -> window - Math.abs(e.kaonTime[i]));
  }

  /// How well the kaon fits.
  public static Cut discriminant(double least) {
    float bound = (float) least;
    return Cut.of(text("D > %s", least), (e, i) -> e.discriminant[i] - bound);
  }

  /// Few beam tracks at the time of the kaon.
  public static Cut beamTracks(int most) {
    float bound = most + 0.5f;
    return Cut.of(text("at most %s beam tracks", most), (e, i) -> bound - e.beamTracks[i]);
  }

  /// Closest approach of kaon and muon.
  public static Cut distance(double mostM) {
    float most = (float) mostM;
    return Cut.of(text("d < %s mm", mostM / MM), (e, i) -> most - e.distance[i]);
  }

  /// The vertex lies in the fiducial volume.
  public static Cut vertex(double fromM, double toM) {
    float from = (float) fromM;
    float to = (float) toM;
    return Cut.of(
        text("vertex in %s to %s m", fromM, toM), (e, i) -> between(from, e.vertexZ[i], to));
  }

  /// The vertex is at least so far behind the start of the fiducial volume.
  public static Cut vertexBeyond(double startM, double leastM) {
    float least = (float) (startM + leastM);
    return Cut.of(text("vertex beyond %s m", leastM), (e, i) -> e.vertexZ[i] - least);
  }

  /// The least distance falls linearly with θ*, from `farM` at `fromRad` to `nearM` at `toRad`, and
  /// is constant outside.
  public static Cut vertexBeyondLinear(
      double startM, double farM, double nearM, double fromRad, double toRad) {
    float perRad = (float) ((nearM - farM) / (toRad - fromRad));
    float atZero = (float) (farM - (nearM - farM) / (toRad - fromRad) * fromRad);
    float far = (float) farM;
    float near = (float) nearM;
    float start = (float) startM;
    return Cut.of(
        text(
            "vertex beyond %s..%s m, linear in theta* of %s..%s deg",
            farM, nearM, fromRad / DEGREE, toRad / DEGREE),
        (e, i) -> e.vertexZ[i] - start - clip(Math.fma(perRad, e.thetaStar[i], atZero), near, far));
  }

  /// The least distance is `(far + near)/2 + (far − near)/2 cos θ*`.
  public static Cut vertexBeyondCosine(double startM, double farM, double nearM) {
    float middle = (float) (startM + (farM + nearM) / 2);
    float half = (float) ((farM - nearM) / 2);
    float perPi = (float) (1 / Math.PI);
    return Cut.of(
        text("vertex beyond %s..%s m, linear in cos theta*", farM, nearM),
        (e, i) -> e.vertexZ[i] - Math.fma(half, FloatMath.cosPi(perPi * e.thetaStar[i]), middle));
  }

  /// The least distance is `k/tan(θ*/2)`, between `nearM` and `farM`: the law of false vertices of
  /// an upstream decay and a pile-up track.
  public static Cut vertexBeyondKinematic(double startM, double farM, double nearM, double kM) {
    float k = (float) kM;
    float far = (float) farM;
    float near = (float) nearM;
    float start = (float) startM;
    float perTwoPi = (float) (0.5 / Math.PI);
    return Cut.of(
        text("vertex beyond %s..%s m, %s m / tan(theta*/2)", farM, nearM, kM),
        (e, i) -> e.vertexZ[i] - start - clip(k * cotangent(perTwoPi * e.thetaStar[i]), near, far));
  }

  private static float cotangent(float halfTurns) {
    return FloatMath.cosPi(halfTurns) / Math.max(1e-6f, FloatMath.sinPi(halfTurns));
  }

  /// No second segment that forms a vertex with the track.
  public static Cut noSegment() {
    return Cut.of("no extra segment", (e, i) -> 0.5f - e.extraSegments[i]);
  }

  /// No cluster in the calorimeter away from the track.
  public static Cut lkrVeto(double windowNs) {
    float window = (float) windowNs;
    return Cut.of(
        text("no LKr cluster within %s ns", windowNs), (e, i) -> beyond(e.lkrTime, i, window));
  }

  /// Nothing in the large-angle vetoes.
  public static Cut lavVeto(double windowNs) {
    float window = (float) windowNs;
    return Cut.of(text("no LAV within %s ns", windowNs), (e, i) -> beyond(e.lavTime, i, window));
  }

  /// Nothing in the small-angle vetoes.
  public static Cut savVeto(double windowNs) {
    float window = (float) windowNs;
    return Cut.of(
        text("no IRC, SAC within %s ns", windowNs), (e, i) -> beyond(e.savTime, i, window));
  }

  /// Nothing in the CHANTI.
  public static Cut chantiVeto(double windowNs) {
    float window = (float) windowNs;
    return Cut.of(
        text("no CHANTI within %s ns", windowNs), (e, i) -> beyond(e.chantiTime, i, window));
  }

  private static float beyond(float[] time, int i, float window) {
    return Math.abs(time[i]) - window;
  }

  /// Few CHOD tiles away from the track.
  public static Cut tiles(int most) {
    float bound = most + 0.5f;
    return Cut.of(text("at most %s extra tiles", most), (e, i) -> bound - e.extraTiles[i]);
  }

  /// Few RICH signals away from the ring.
  public static Cut richHits(int most) {
    float bound = most + 0.5f;
    return Cut.of(text("at most %s extra RICH hits", most), (e, i) -> bound - e.extraRichHits[i]);
  }

  /// The squared missing mass lies in a region.
  public static Cut missingMassSquared(double lowGeV2, double highGeV2) {
    float low = (float) lowGeV2;
    float high = (float) highGeV2;
    return Cut.of(
        text("%s < m2miss < %s GeV2", lowGeV2, highGeV2),
        (e, i) -> between(low, e.missingMassSquared[i], high));
  }
}
