package org.lacuna.physics.process;

import static org.lacuna.physics.particle.Particle.ELECTRON;
import static org.lacuna.physics.particle.Particle.KAON;
import static org.lacuna.physics.particle.Particle.MUON;
import static org.lacuna.physics.particle.Particle.PION;
import static org.lacuna.physics.particle.Particle.PION_ZERO;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.lacuna.core.kinematics.FourVector;
import org.lacuna.physics.decay.DecayModelContract;
import org.lacuna.physics.decay.FourVectors;
import org.lacuna.physics.decay.GaussLegendre;
import org.lacuna.physics.decay.LeptonInvisible;
import org.lacuna.physics.decay.LeptonNeutral;
import org.lacuna.physics.decay.MissingMassSpectrum;
import org.lacuna.physics.decay.TabulatedSpectrum;
import org.lacuna.physics.decay.Truth;
import org.lacuna.physics.exotic.BosonModel;
import org.lacuna.physics.exotic.MuonNeutrinoBoson;
import org.lacuna.physics.particle.BranchingFraction;
import org.lacuna.physics.particle.Particle;
import org.lacuna.physics.standard.KaonFormFactors;
import org.lacuna.physics.standard.MuonNeutrinoPhoton;
import org.lacuna.physics.standard.MuonThreeNeutrinos;
import org.lacuna.physics.standard.PhotonEmission;
import org.lacuna.physics.standard.PionPionZeroPhoton;
import org.lacuna.physics.standard.PionZeroDalitzPair;
import org.lacuna.physics.standard.PionZeroLeptonNeutrino;
import org.lacuna.physics.standard.ThreePions;
import org.lacuna.physics.standard.TwoBodyDecay;

/// Every process of the house against the contract and against its formula.
class ProcessTest extends DecayModelContract {
  private static final double K = KAON.massGeV();
  private static final double ZERO = PION_ZERO.massGeV();
  private static final MuonNeutrinoPhoton PHOTON = new MuonNeutrinoPhoton(KaonFormFactors.KLOE);
  private static final GaussIntegrator UNIT = GaussLegendre.of(32, 0, 1);

  static final List<Supplier<Case>> CASES =
      List.of(
          () -> neutral("munu", BranchingFraction.MUON_NEUTRINO, MUON, 0),
          () -> neutral("enu", BranchingFraction.ELECTRON_NEUTRINO, ELECTRON, 0),
          () -> neutral("hnl", 1e-9, MUON, 0.3),
          () -> neutral("hnl", 1e-9, ELECTRON, 0.45),
          () -> invisible("munununu", MuonThreeNeutrinos.standardModel()),
          () -> invisible("munununu", MuonThreeNeutrinos.phaseSpace()),
          () -> invisible("munununu", MuonThreeNeutrinos.local()),
          () -> invisible("munux", new MuonNeutrinoBoson(BosonModel.VECTOR, 0.05, 1)),
          () -> invisible("munux", new MuonNeutrinoBoson(BosonModel.SCALAR, 0.01, 1)),
          () -> invisible("munux", new MuonNeutrinoBoson(BosonModel.VECTOR_MUON_ONLY, 0.37, 1)),
          () -> muonPhoton(MuonPhoton::natural, PHOTON),
          () -> muonPhoton(MuonPhoton::natural, new MuonNeutrinoPhoton(KaonFormFactors.E787)),
          () -> muonPhoton(MuonPhoton::natural, new MuonNeutrinoPhoton(KaonFormFactors.CHPT)),
          () -> muonPhoton(MuonPhoton::natural, PHOTON.withSoftPhotons()),
          () -> muonPhoton(MuonPhoton::weighted, PHOTON),
          () -> muonPhoton(MuonPhoton::forced, PHOTON.withPhotonFrom(MuonPhoton.HARD_PHOTON_GEV)),
          () -> pionPionZero(),
          () -> pionPair(),
          () ->
              leptonPionZero(
                  LeptonPionZero.muon(PionZeroMode.PHOTONS), PionZeroLeptonNeutrino.WITH_MUON),
          () ->
              leptonPionZero(
                  LeptonPionZero.electron(PionZeroMode.PHOTONS),
                  PionZeroLeptonNeutrino.WITH_ELECTRON),
          () -> new Case(LeptonPionZero.muon(PionZeroMode.PAIR), 0, 0, false, List.of()),
          () -> new Case(LeptonPionZero.electron(PionZeroMode.PAIR), 0, 0, false, List.of()),
          () -> pionTriplet(),
          () -> pionTwoPionZeros(),
          () -> pionBremsstrahlung(),
          () ->
              invisible(
                  "invisible",
                  new TabulatedSpectrum(1e-6, List.of(0.01, 0.06, 0.14), List.of(0.0, 3.0, 1.0))));

  @Override
  protected Stream<Case> cases() {
    return CASES.stream().map(Supplier::get);
  }

  private static Case neutral(String name, double fraction, Particle lepton, double massGeV) {
    double m2 = massGeV * massGeV;
    return new Case(new LeptonNeutral(name, fraction, lepton, massGeV), m2, m2, false, List.of());
  }

  private static Case invisible(String name, MissingMassSpectrum spectrum) {
    double low = spectrum.lowestGeV2();
    double high = spectrum.highestGeV2();
    return new Case(
        LeptonInvisible.of(name, spectrum.branchingFraction(), MUON, spectrum),
        low,
        high,
        false,
        List.of(
            Projection.absolute(
                "t", ProcessTest::missingMassSquared, low, high, spectrum::density)));
  }

  private static Case muonPhoton(
      Function<MuonNeutrinoPhoton, MuonPhoton> sampler, MuonNeutrinoPhoton formula) {
    double low = StrictMath.log(2 * formula.photonFromGeV() / K);
    return new Case(
        sampler.apply(formula),
        0,
        0,
        false,
        List.of(
            Projection.absolute(
                "ln x",
                (truth, i) -> StrictMath.log(2 * truth.photon[0].energy[i] / K),
                low,
                StrictMath.log(1 - MUON.massGeV() * MUON.massGeV() / (K * K)),
                ln -> StrictMath.exp(ln) * formula.photonSpectrum(StrictMath.exp(ln))),
            Projection.absolute(
                "t", ProcessTest::missingMassSquared, 0, formula.highestGeV2(), formula::density),
            new Projection(
                "angle at x near 0.5",
                (truth, i) ->
                    Math.abs(2 * truth.photon[0].energy[i] / K - 0.5) < 0.01 ? share(truth, i) : -1,
                0,
                1,
                0,
                share -> {
                  double v = 0.5 * StrictMath.pow(PhotonEmission.lowest(0.5) / 0.5, 1 - share);
                  return v * formula.density(0.5, v);
                })));
  }

  /// Where ln v lies between its limits at the x of the row, from the angle between muon and
  /// photon.
  private static double share(Truth truth, int i) {
    FourVector muon = vector(truth.charged, i);
    FourVector photon = vector(truth.photon[0], i);
    double x = 2 * photon.energyGeV() / K;
    double v = 2 * muon.dot(photon) / (K * K);
    double low = PhotonEmission.lowest(x);
    return StrictMath.log(v / low) / StrictMath.log(x / low);
  }

  /// The energies of the photons are flat between `(E ∓ p)/2` of the pion.
  private static Case pionPionZero() {
    TwoBodyDecay pion = new TwoBodyDecay(KAON, PION_ZERO, PION);
    double low = (pion.energyGeV() - pion.momentumGeV()) / 2;
    double high = (pion.energyGeV() + pion.momentumGeV()) / 2;
    return new Case(
        new PionPionZero(PionZeroMode.PHOTONS),
        0,
        0,
        true,
        List.of(
            Projection.of("photon", (truth, i) -> truth.photon[0].energy[i], low, high, e -> 1),
            Projection.of(
                "other photon", (truth, i) -> truth.photon[1].energy[i], low, high, e -> 1),
            Projection.of(
                "azimuth", (truth, i) -> azimuth(truth.photon[0], i), -Math.PI, Math.PI, a -> 1)));
  }

  private static Case pionPair() {
    double lowest = StrictMath.log(PionZeroDalitzPair.LOWEST);
    double highest = Math.sqrt(1 - PionZeroDalitzPair.LOWEST);
    return new Case(
        new PionPionZero(PionZeroMode.PAIR),
        0,
        0,
        true,
        List.of(
            // The mass of light pairs is lost in the rounding: x from 0.01 on.
            new Projection(
                "ln x",
                (truth, i) -> StrictMath.log(pairMassSquared(truth, i)),
                StrictMath.log(0.01),
                0,
                0.2,
                ln -> StrictMath.exp(ln) * PionZeroDalitzPair.spectrum(StrictMath.exp(ln))),
            Projection.of(
                "eta",
                ProcessTest::pairAsymmetry,
                -highest,
                highest,
                eta -> {
                  double from =
                      Math.max(lowest, StrictMath.log(PionZeroDalitzPair.LOWEST / (1 - eta * eta)));
                  return -from
                      * UNIT.integrate(u -> {
                        double x = StrictMath.exp(from * (1 - u * u));
                        return 2 * u * x * PionZeroDalitzPair.density(x, eta);
                      });
                }),
            Projection.of(
                "photon along the pion",
                (truth, i) -> cosineInPion(truth.photon[0], truth, i),
                -1,
                1,
                c -> 1)));
  }

  private static Case leptonPionZero(LeptonPionZero model, PionZeroLeptonNeutrino formula) {
    double lepton = formula.lepton().massGeV();
    return new Case(
        model,
        0,
        0,
        false,
        List.of(
            Projection.of(
                "pion energy",
                (truth, i) -> truth.photon[0].energy[i] + truth.photon[1].energy[i],
                ZERO,
                formula.highestPionGeV(),
                pion -> {
                  double low = formula.lowestLeptonGeV(pion);
                  double range = formula.highestLeptonGeV(pion) - low;
                  return range * UNIT.integrate(u -> formula.density(pion, low + range * u));
                }),
            Projection.absolute(
                "lepton energy",
                (truth, i) -> truth.charged.energy[i],
                lepton,
                formula.highestLeptonGeV(),
                e -> 2 * K * formula.density(K * K + lepton * lepton - 2 * K * e)),
            Projection.of(
                "azimuth",
                (truth, i) ->
                    StrictMath.atan2(
                        truth.photon[0].y[i] + truth.photon[1].y[i],
                        truth.photon[0].x[i] + truth.photon[1].x[i]),
                -Math.PI,
                Math.PI,
                a -> 1)));
  }

  private static Case pionTriplet() {
    ThreePions formula = ThreePions.CHARGED;
    double m = PION.massGeV();
    return new Case(
        new PionTriplet(),
        0,
        0,
        true,
        List.of(
            Projection.of(
                "odd pion",
                (truth, i) -> truth.companion[1].energy[i],
                m,
                formula.oddEnergyGeV(formula.lowestGeV2()),
                e -> overEven(formula, K * K + m * m - 2 * K * e)),
            Projection.of(
                "even pion",
                (truth, i) -> truth.charged.energy[i],
                m,
                formula.oddEnergyGeV(formula.lowestGeV2()),
                e -> overOdd(formula, e))));
  }

  /// All pions have one mass, so the plot looks the same from each side.
  private static double overOdd(ThreePions formula, double evenGeV) {
    double s1 = K * K + PION.massGeV() * PION.massGeV() - 2 * K * evenGeV;
    return over(formula, s1, (s3, fixed) -> formula.density(s3, fixed));
  }

  private static double overEven(ThreePions formula, double s3) {
    return over(formula, s3, (s1, fixed) -> formula.density(fixed, s1));
  }

  private static double over(ThreePions formula, double fixed, DoubleBinaryOperator density) {
    double width = formula.width(fixed);
    double low = (3 * formula.centreGeV2() - fixed - width) / 2;
    return width * UNIT.integrate(u -> density.applyAsDouble(low + width * u, fixed));
  }

  private static Case pionTwoPionZeros() {
    ThreePions formula = ThreePions.NEUTRAL;
    double m2 = PION.massGeV() * PION.massGeV();
    return new Case(
        new PionTwoPionZeros(),
        0,
        0,
        true,
        List.of(
            Projection.of(
                "odd pion",
                (truth, i) -> truth.charged.energy[i],
                PION.massGeV(),
                formula.oddEnergyGeV(formula.lowestGeV2()),
                e -> overEven(formula, K * K + m2 - 2 * K * e)),
            new Projection(
                "difference of the even pions at the centre",
                (truth, i) ->
                    Math.abs(truth.charged.energy[i] - formula.oddEnergyGeV(formula.centreGeV2()))
                            < 1e-3
                        ? pion(truth, 0, i).energyGeV() - pion(truth, 2, i).energyGeV()
                        : -1,
                -formula.width(formula.centreGeV2()) / (2 * K),
                formula.width(formula.centreGeV2()) / (2 * K),
                0,
                d -> {
                  double v = 2 * K * d / m2;
                  return 1 + formula.k() * v * v;
                })));
  }

  private static Case pionBremsstrahlung() {
    double low = StrictMath.log(2 * PionBremsstrahlung.SOFTEST_PHOTON_GEV / K);
    DoubleUnaryOperator photon =
        ln -> {
          double x = StrictMath.exp(ln);
          double from = PionPionZeroPhoton.lowestV(x);
          double range = StrictMath.log(PionPionZeroPhoton.highestV(x) / from);
          return x
              * range
              * UNIT.integrate(u -> {
                double v = from * StrictMath.exp(range * u);
                return v * PionPionZeroPhoton.density(x, v);
              });
        };
    return new Case(
        new PionBremsstrahlung(),
        0,
        0,
        true,
        List.of(
            Projection.of(
                "ln x",
                (truth, i) -> StrictMath.log(2 * truth.photon[0].energy[i] / K),
                low,
                StrictMath.log(PionPionZeroPhoton.highestX()) - 1e-9,
                photon),
            new Projection(
                "angle at x near 0.1",
                (truth, i) ->
                    Math.abs(2 * truth.photon[0].energy[i] / K - 0.1) < 0.005
                        ? pionShare(truth, i)
                        : -1,
                0,
                1,
                0,
                share -> {
                  double from = PionPionZeroPhoton.lowestV(0.1);
                  double v = from * StrictMath.pow(PionPionZeroPhoton.highestV(0.1) / from, share);
                  return v * PionPionZeroPhoton.density(0.1, v);
                })));
  }

  private static double pionShare(Truth truth, int i) {
    FourVector photon = vector(truth.photon[0], i);
    double x = 2 * photon.energyGeV() / K;
    double v = 2 * vector(truth.charged, i).dot(photon) / (K * K);
    double low = PionPionZeroPhoton.lowestV(x);
    return StrictMath.log(v / low) / StrictMath.log(PionPionZeroPhoton.highestV(x) / low);
  }

  private static double missingMassSquared(Truth truth, int i) {
    double m = MUON.massGeV();
    return K * K + m * m - 2 * K * truth.charged.energy[i];
  }

  private static double azimuth(FourVectors v, int i) {
    return StrictMath.atan2(v.y[i], v.x[i]);
  }

  private static FourVector pion(Truth truth, int firstPhoton, int i) {
    return vector(truth.photon[firstPhoton], i).plus(vector(truth.photon[firstPhoton + 1], i));
  }

  private static FourVector pair(Truth truth, int i) {
    return vector(truth.companion[0], i).plus(vector(truth.companion[1], i));
  }

  private static double pairMassSquared(Truth truth, int i) {
    return pair(truth, i).massSquaredGeV2() / (ZERO * ZERO);
  }

  /// `η`, from `E₊ − E₋ = p η` in the frame of the pion.
  private static double pairAsymmetry(Truth truth, int i) {
    FourVector pion = pair(truth, i).plus(vector(truth.photon[0], i));
    double difference =
        vector(truth.companion[0], i).minus(vector(truth.companion[1], i)).dot(pion) / ZERO;
    double momentum = vector(truth.photon[0], i).dot(pion) / ZERO;
    return difference / momentum;
  }

  private static double cosineInPion(FourVectors v, Truth truth, int i) {
    FourVector pion = pair(truth, i).plus(vector(truth.photon[0], i));
    FourVector inPion = vector(v, i).toRestFrameOf(pion, ZERO);
    return -inPion.zGeV() / inPion.momentumGeV();
  }
}
