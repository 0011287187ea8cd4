package org.lacuna.physics;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.lacuna.physics.particle.Particle.ELECTRON;
import static org.lacuna.physics.particle.Particle.KAON;
import static org.lacuna.physics.particle.Particle.MUON;
import static org.lacuna.physics.particle.Particle.NEUTRINO;
import static org.lacuna.physics.particle.Particle.PION;
import static org.lacuna.physics.particle.Particle.PION_ZERO;
import static org.lacuna.physics.particle.Particle.TAU;
import static org.lacuna.physics.standard.PhotonEmission.INNER_BREMSSTRAHLUNG;
import static org.lacuna.physics.standard.PhotonEmission.INTERFERENCE_MINUS;
import static org.lacuna.physics.standard.PhotonEmission.INTERFERENCE_PLUS;
import static org.lacuna.physics.standard.PhotonEmission.STRUCTURE_MINUS;
import static org.lacuna.physics.standard.PhotonEmission.STRUCTURE_PLUS;
import static org.lacuna.physics.standard.PionZeroLeptonNeutrino.WITH_ELECTRON;
import static org.lacuna.physics.standard.PionZeroLeptonNeutrino.WITH_MUON;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lacuna.core.kinematics.FourVector;
import org.lacuna.core.kinematics.TwoBody;
import org.lacuna.physics.decay.MissingMassSpectrum;
import org.lacuna.physics.decay.PhaseSpace;
import org.lacuna.physics.exotic.BosonModel;
import org.lacuna.physics.exotic.LeptonHeavyNeutrino;
import org.lacuna.physics.exotic.MuonNeutrinoBoson;
import org.lacuna.physics.particle.BranchingFraction;
import org.lacuna.physics.particle.Constants;
import org.lacuna.physics.particle.Particle;
import org.lacuna.physics.standard.KaonFormFactors;
import org.lacuna.physics.standard.LeptonNeutrino;
import org.lacuna.physics.standard.MuonNeutrinoPhoton;
import org.lacuna.physics.standard.MuonThreeNeutrinos;
import org.lacuna.physics.standard.PhotonEmission;
import org.lacuna.physics.standard.PionPionZeroPhoton;
import org.lacuna.physics.standard.PionZeroDalitzPair;
import org.lacuna.physics.standard.PionZeroLeptonNeutrino;
import org.lacuna.physics.standard.SoftPhotons;
import org.lacuna.physics.standard.ThreeNeutrinoAmplitude;
import org.lacuna.physics.standard.ThreePions;
import org.lacuna.physics.standard.TwoBodyDecay;
import org.lacuna.physics.widths.Channel;
import org.lacuna.physics.widths.HeavyNeutrino;
import org.lacuna.physics.widths.Mixing;
import org.lacuna.physics.widths.Nature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every number of `physics-reference.json` against the formula that should give it, within the
/// tolerance stated there (relative; absolute 10⁻¹² where the value is 0).
class ReferenceTest {
  /// A formula of the inputs of an entry.
  interface Formula {
    double of(JsonNode in);
  }

  private static final MuonThreeNeutrinos THREE_NEUTRINOS = MuonThreeNeutrinos.standardModel();

  /// What computes the entries of each name.
  static final Map<String, Formula> FORMULAS =
      Map.ofEntries(
          entry("constant.m_K", in -> KAON.massGeV()),
          entry("constant.m_mu", in -> MUON.massGeV()),
          entry("constant.m_e", in -> ELECTRON.massGeV()),
          entry("constant.m_tau", in -> TAU.massGeV()),
          entry("constant.m_pi_charged", in -> PION.massGeV()),
          entry("constant.m_pi_zero", in -> PION_ZERO.massGeV()),
          entry("constant.tau_K", in -> KAON.lifetimeNs() * 1e-9),
          entry("constant.tau_pi", in -> PION.lifetimeNs() * 1e-9),
          entry("constant.tau_mu", in -> MUON.lifetimeNs() * 1e-9),
          entry("constant.hbar", in -> Constants.HBAR_GEV_NS * 1e-9),
          entry("constant.G_F", in -> Constants.FERMI_PER_GEV2),
          entry("constant.alpha", in -> Constants.ALPHA),
          entry("constant.V_us", in -> Constants.V_US),
          entry("constant.V_ud", in -> Constants.V_UD),
          entry("constant.f_K", in -> Constants.KAON_DECAY_CONSTANT_GEV),
          entry("constant.f_pi", in -> Constants.PION_DECAY_CONSTANT_GEV),
          entry("constant.sin2thetaW", in -> Constants.SIN2_WEINBERG),
          entry("constant.BR_munu", in -> BranchingFraction.MUON_NEUTRINO),
          entry("constant.BR_pipi0", in -> BranchingFraction.PION_PION_ZERO),
          entry("constant.BR_pipipi", in -> BranchingFraction.THREE_CHARGED_PIONS),
          entry("constant.BR_pi0enu", in -> BranchingFraction.PION_ZERO_ELECTRON_NEUTRINO),
          entry("constant.BR_pi0munu", in -> BranchingFraction.PION_ZERO_MUON_NEUTRINO),
          entry("constant.BR_pipi0pi0", in -> BranchingFraction.PION_TWO_PION_ZEROS),
          entry("hnl.rho_mu", in -> rho(MUON, number(in, "m_N"))),
          entry("hnl.rho_mu.kinematicLimit", in -> rho(MUON, number(in, "m_N"))),
          entry("hnl.rho_mu.max", in -> rho(MUON, peak(m -> rho(MUON, m), 0.2, 0.3))),
          entry("hnl.rho_mu.argmax", in -> peak(m -> rho(MUON, m), 0.2, 0.3)),
          entry("hnl.rho_e", in -> rho(ELECTRON, number(in, "m_N"))),
          entry("hnl.width.dirac.nununu", in -> width(in, Channel.NUNUNU, 1, 0, 0)),
          entry("hnl.width.dirac.nu_e_e_sameFlavour", in -> width(in, Channel.NU_E_E, 1, 0, 0)),
          entry("hnl.width.dirac.nu_e_e_otherFlavour", in -> width(in, Channel.NU_E_E, 0, 1, 0)),
          entry("hnl.width.dirac.nu_mu_mu_sameFlavour", in -> width(in, Channel.NU_MU_MU, 0, 1, 0)),
          entry(
              "hnl.width.dirac.nu_mu_mu_otherFlavour", in -> width(in, Channel.NU_MU_MU, 0, 0, 1)),
          entry(
              "hnl.width.dirac.e_mu_nu_chargedCurrent", in -> width(in, Channel.E_MU_NU, 1, 0, 0)),
          entry("hnl.width.dirac.nu_pi0", in -> width(in, Channel.NU_PI0, 0, 0, 1)),
          entry("hnl.width.dirac.e_pi", in -> width(in, Channel.E_PI, 1, 0, 0)),
          entry("hnl.width.dirac.mu_pi", in -> width(in, Channel.MU_PI, 0, 1, 0)),
          entry("hnl.width.dirac.nu_gamma", in -> width(in, Channel.NU_GAMMA, 0, 1, 0)),
          entry(
              "hnl.tauTimesU2.majorana",
              in -> 1e-3 * heavyNeutrino(in, Nature.MAJORANA).lifetimeNs()),
          entry("hnl.tauTimesU2.dirac", in -> 1e-3 * heavyNeutrino(in, Nature.DIRAC).lifetimeNs()),
          entry("hnl.visibleFraction", in -> heavyNeutrino(in, Nature.MAJORANA).visibleFraction()),
          entry(
              "twobody.pstar",
              in -> TwoBody.momentumGeV(number(in, "M"), number(in, "m1"), number(in, "m2"))),
          entry("munugamma.f_IB", in -> emission(in, INNER_BREMSSTRAHLUNG)),
          entry("munugamma.f_SDplus", in -> emission(in, STRUCTURE_PLUS)),
          entry("munugamma.f_SDminus", in -> emission(in, STRUCTURE_MINUS)),
          entry("munugamma.f_INTplus", in -> emission(in, INTERFERENCE_PLUS)),
          entry("munugamma.f_INTminus", in -> emission(in, INTERFERENCE_MINUS)),
          entry(
              "munugamma.d2B_dxdy",
              in -> photon(in).density(number(in, "x"), muonPhotonProduct(in))),
          entry("munugamma.softExponent_b", in -> SoftPhotons.EXPONENT),
          entry(
              "munugamma.BR_IB.EgammaAbove",
              in -> inner().withPhotonFrom(number(in, "Emin")).branchingFraction()),
          entry(
              "munugamma.BR_total.EgammaAbove",
              in -> photon(in).withPhotonFrom(number(in, "Emin")).branchingFraction()),
          entry("munugamma.BR_SDplus", in -> part(in, STRUCTURE_PLUS)),
          entry("munugamma.BR_SDminus", in -> part(in, STRUCTURE_MINUS)),
          entry("munugamma.BR_INTplus", in -> part(in, INTERFERENCE_PLUS)),
          entry("munugamma.BR_INTminus", in -> part(in, INTERFERENCE_MINUS)),
          entry(
              "munugamma.BR_total.pmuBelow",
              in ->
                  photon(in).branchingFractionAbove(missingMassSquared(MUON, number(in, "pmax")))),
          entry(
              "munugamma.BR_total.m2missAbove",
              in -> photon(in).branchingFractionAbove(number(in, "m2min"))),
          entry(
              "munugamma.BR_IB.m2missAbove",
              in -> inner().branchingFractionAbove(number(in, "m2min"))),
          entry(
              "munugamma.minPhotonEnergy",
              in -> MuonNeutrinoPhoton.leastPhotonEnergyGeV(number(in, "m2miss"))),
          entry("munugamma.dB_dm2miss", in -> photon(in).density(number(in, "m2miss"))),
          entry(
              "munugamma.resummation.norm",
              in ->
                  new SoftPhotons(in.path("part").stringValue().equals("IB") ? inner() : photon(in))
                      .norm()),
          entry("kl3.density.pi0enu", in -> density(in, WITH_ELECTRON)),
          entry("kl3.density.pi0munu", in -> density(in, WITH_MUON)),
          entry("kl3.densityIntegral.pi0enu", in -> WITH_ELECTRON.integral((p, l) -> 1)),
          entry("kl3.densityIntegral.pi0munu", in -> WITH_MUON.integral((p, l) -> 1)),
          entry("kl3.meanE_pi0.pi0enu", in -> mean(WITH_ELECTRON, (p, l) -> p)),
          entry("kl3.meanE_pi0.pi0munu", in -> mean(WITH_MUON, (p, l) -> p)),
          entry("kl3.meanE_l.pi0enu", in -> mean(WITH_ELECTRON, (p, l) -> l)),
          entry("kl3.meanE_l.pi0munu", in -> mean(WITH_MUON, (p, l) -> l)),
          entry("kl3.I_K.pi0enu", in -> WITH_ELECTRON.phaseSpaceIntegral()),
          entry("kl3.I_K.pi0munu", in -> WITH_MUON.phaseSpaceIntegral()),
          entry("kl3.maxDensity.pi0enu", in -> peak(WITH_ELECTRON)),
          entry("kl3.maxDensity.pi0munu", in -> peak(WITH_MUON)),
          entry(
              "kl3.fraction.pi0munu.m2missAbove",
              in -> WITH_MUON.fractionAbove(number(in, "m2min"))),
          entry("k3pi.density.pipipi", in -> density(in, ThreePions.CHARGED)),
          entry("k3pi.density.pipi0pi0", in -> density(in, ThreePions.NEUTRAL)),
          entry("k3pi.integral_ds1ds3.pipipi", in -> weighted(ThreePions.CHARGED, (s3, s1) -> 1)),
          entry("k3pi.integral_ds1ds3.pipi0pi0", in -> weighted(ThreePions.NEUTRAL, (s3, s1) -> 1)),
          entry("k3pi.meanDensity.pipipi", in -> meanDensity(ThreePions.CHARGED)),
          entry("k3pi.meanDensity.pipi0pi0", in -> meanDensity(ThreePions.NEUTRAL)),
          entry("k3pi.meanEnergyOddPion.pipipi", in -> meanOddEnergy(ThreePions.CHARGED)),
          entry("k3pi.meanEnergyOddPion.pipi0pi0", in -> meanOddEnergy(ThreePions.NEUTRAL)),
          entry("k3pi.mean_u.pipipi", in -> meanU(ThreePions.CHARGED)),
          entry("k3pi.mean_u.pipi0pi0", in -> meanU(ThreePions.NEUTRAL)),
          entry("k3pi.maxDensity.pipipi", in -> peak(ThreePions.CHARGED)),
          entry("k3pi.maxDensity.pipi0pi0", in -> peak(ThreePions.NEUTRAL)),
          entry("pi0.dalitzOverGammaGamma", in -> PionZeroDalitzPair.ratio()),
          entry("pi0.dalitz.dGdx", in -> PionZeroDalitzPair.spectrum(number(in, "x"))),
          entry(
              "pipi0gamma.BR_IB.Tpi55to90MeV",
              in -> PionPionZeroPhoton.branchingFraction(0.055, 0.090)),
          entry("decayLength.perGeV", in -> particle(in).decayLengthM(1)),
          entry("decayLength", in -> particle(in).decayLengthM(number(in, "p"))),
          entry(
              "pi2mu.minEnergyRatio.betaTo1",
              in -> new TwoBodyDecay(PION, MUON, NEUTRINO).lowestEnergyGeV(1e6) / 1e6),
          entry(
              "munu.labEnergy.min",
              in -> new TwoBodyDecay(KAON, MUON, NEUTRINO).lowestEnergyGeV(number(in, "p_K"))),
          entry(
              "munu.labEnergy.max",
              in -> new TwoBodyDecay(KAON, MUON, NEUTRINO).highestEnergyGeV(number(in, "p_K"))),
          entry("munuX.Msq_over_C2g2", in -> spinSum(in)),
          entry("munuX.dB_dt_over_g2", in -> boson(in).density(number(in, "t"))),
          entry("munuX.BR_over_g2", in -> boson(in).branchingFraction()),
          entry("munuX.mean_mmiss", in -> boson(in).meanMissingMassGeV()),
          entry("munuX.fraction.m2missAbove", in -> boson(in).fractionAbove(number(in, "m2min"))),
          entry(
              "munuX.gMinus2.aMu_over_g2", in -> bosonModel(in).muonAnomaly(number(in, "m_X"), 1)),
          entry("k3nu.AmplitudeSquared", in -> threeNeutrinoSpinSum(in)),
          entry("k3nu.BR", in -> ofPair(in).branchingFraction()),
          entry("k3nu.BR.total", in -> THREE_NEUTRINOS.branchingFraction()),
          entry(
              "k3nu.BR.total.normalisedToMeasuredMunu",
              in ->
                  THREE_NEUTRINOS.branchingFraction()
                      * BranchingFraction.MUON_NEUTRINO
                      / new LeptonNeutrino(MUON).branchingFraction()),
          entry("k3nu.mean_mmiss", in -> THREE_NEUTRINOS.meanMissingMassGeV()),
          entry("k3nu.mean_m2miss", in -> meanMissingMassSquared(THREE_NEUTRINOS)),
          entry(
              "k3nu.fraction.m2missAbove",
              in -> THREE_NEUTRINOS.fractionAbove(number(in, "m2min"))),
          entry(
              "k3nu.spectrum.density",
              in -> THREE_NEUTRINOS.density(number(in, "t")) / THREE_NEUTRINOS.branchingFraction()),
          entry(
              "k3nu.alternative.phaseSpace.mean_mmiss",
              in -> threeNeutrinos("phase-space").meanMissingMassGeV()),
          entry(
              "k3nu.alternative.phaseSpace.fraction.m2missAbove",
              in -> threeNeutrinos("phase-space").fractionAbove(number(in, "m2min"))),
          entry(
              "k3nu.alternative.localVminusA.mean_mmiss",
              in -> threeNeutrinos("local").meanMissingMassGeV()),
          entry(
              "k3nu.alternative.localVminusA.fraction.m2missAbove",
              in -> threeNeutrinos("local").fractionAbove(number(in, "m2min"))),
          entry("phaseSpace.Phi4", in -> phaseSpace(in)),
          entry("phaseSpace.Phi3", in -> phaseSpace(in)),
          entry("phaseSpace.Phi2", in -> phaseSpace(in)),
          entry("munu.treeBR", in -> new LeptonNeutrino(MUON).branchingFraction()));

  /// What computes the entries that are lists. One more is in the file, a cubic fitted to the
  /// spectrum: `MuonThreeNeutrinosTest` compares it with ours, its coefficients are no prediction.
  static final Map<String, Supplier<double[]>> LISTS =
      Map.of(
          "k3nu.spectrum.binEdges", ReferenceTest::binEdges,
          "k3nu.spectrum.binFractions", ReferenceTest::binFractions);

  record Entry(String name, JsonNode inputs, JsonNode value, double tolerance) {
    @Override
    public String toString() {
      return name + " " + inputs;
    }
  }

  static Stream<Entry> entries() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(
            ReferenceTest.class.getResourceAsStream("/reference/physics-reference.json"))) {
      return JsonMapper.shared()
          .readTree(file)
          .valueStream()
          .map(node ->
              new Entry(
                  node.path("name").stringValue(),
                  node.path("inputs"),
                  node.path("value"),
                  number(node, "tolerance")))
          .toList()
          .stream();
    }
  }

  static Stream<Entry> numbers() throws IOException {
    return entries().filter(entry -> entry.value.isNumber());
  }

  static Stream<Entry> lists() throws IOException {
    return entries()
        .filter(entry -> entry.value.isArray())
        .filter(entry -> !entry.name.equals("k3nu.spectrum.cubicCoefficients"));
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void numberIsReproduced(Entry entry) {
    Formula formula = FORMULAS.getOrDefault(entry.name, in -> Double.NaN);
    double expected = entry.value.doubleValue();
    double tolerance = expected == 0 ? 1e-12 : entry.tolerance * Math.abs(expected);
    assertThat(formula.of(entry.inputs)).isCloseTo(expected, within(tolerance));
  }

  @ParameterizedTest
  @MethodSource("lists")
  void listIsReproduced(Entry entry) {
    double[] actual = LISTS.getOrDefault(entry.name, () -> new double[0]).get();
    assertThat(actual).hasSize(entry.value.size());
    for (int i = 0; i < actual.length; i++) {
      double expected = entry.value.get(i).doubleValue();
      assertThat(actual[i])
          .as("element %d", i)
          .isCloseTo(expected, within(entry.tolerance * expected));
    }
  }

  @Test
  void theTableHasNoIdleLine() throws IOException {
    assertThat(entries().map(Entry::name))
        .hasSize(297)
        .containsAll(FORMULAS.keySet())
        .containsAll(LISTS.keySet());
  }

  private static double number(JsonNode in, String name) {
    return in.path(name).doubleValue();
  }

  private static double rho(Particle lepton, double massGeV) {
    return new LeptonHeavyNeutrino(lepton, massGeV).rho();
  }

  private static double width(
      JsonNode in, Channel channel, double electron, double muon, double tau) {
    return new HeavyNeutrino(number(in, "m_N"), new Mixing(electron, muon, tau), Nature.DIRAC)
        .widthGeV(channel);
  }

  private static HeavyNeutrino heavyNeutrino(JsonNode in, Nature nature) {
    JsonNode u2 = in.path("U2");
    return new HeavyNeutrino(
        number(in, "m_N"),
        new Mixing(u2.get(0).doubleValue(), u2.get(1).doubleValue(), u2.get(2).doubleValue()),
        nature);
  }

  private static double emission(JsonNode in, PhotonEmission part) {
    return part.at(number(in, "x"), muonPhotonProduct(in));
  }

  /// v of the usual y.
  private static double muonPhotonProduct(JsonNode in) {
    double r = MUON.massGeV() * MUON.massGeV() / (KAON.massGeV() * KAON.massGeV());
    return number(in, "x") + number(in, "y") - 1 - r;
  }

  private static MuonNeutrinoPhoton photon(JsonNode in) {
    return new MuonNeutrinoPhoton(
        switch (in.path("formFactors").stringValue()) {
          case "KLOE" -> KaonFormFactors.KLOE;
          case "F_V+F_A=0.165 constant" -> KaonFormFactors.E787;
          case String other -> throw new AssertionError(other);
        });
  }

  private static MuonNeutrinoPhoton inner() {
    return new MuonNeutrinoPhoton(KaonFormFactors.KLOE).withParts(INNER_BREMSSTRAHLUNG);
  }

  private static double part(JsonNode in, PhotonEmission part) {
    return photon(in).withParts(part).withPhotonFrom(1e-7).branchingFraction();
  }

  private static double missingMassSquared(Particle lepton, double momentumGeV) {
    FourVector kaon = new FourVector(KAON.massGeV(), 0, 0, 0);
    return kaon.minus(FourVector.ofMass(lepton.massGeV(), 0, 0, momentumGeV)).massSquaredGeV2();
  }

  private static double density(JsonNode in, PionZeroLeptonNeutrino decay) {
    return decay.density(number(in, "E_pi"), number(in, "E_l"));
  }

  private static double mean(PionZeroLeptonNeutrino decay, DoubleBinaryOperator of) {
    return decay.integral(of) / decay.integral((pion, lepton) -> 1);
  }

  private static double density(JsonNode in, ThreePions decay) {
    return decay.density(number(in, "s3"), number(in, "s1"));
  }

  private static double weighted(ThreePions decay, DoubleBinaryOperator of) {
    return decay.integral((s3, s1) -> of.applyAsDouble(s3, s1) * decay.density(s3, s1));
  }

  private static double meanDensity(ThreePions decay) {
    return weighted(decay, (s3, s1) -> 1) / decay.integral((s3, s1) -> 1);
  }

  private static double meanOddEnergy(ThreePions decay) {
    return weighted(decay, (s3, s1) -> decay.oddEnergyGeV(s3)) / weighted(decay, (s3, s1) -> 1);
  }

  private static double meanU(ThreePions decay) {
    return weighted(decay, (s3, s1) -> decay.u(s3)) / weighted(decay, (s3, s1) -> 1);
  }

  private static BosonModel bosonModel(JsonNode in) {
    return switch (in.path("model").stringValue()) {
      case "S", "scalar" -> BosonModel.SCALAR;
      case "V", "vector L_mu-L_tau" -> BosonModel.VECTOR;
      case "M", "vector muon-only" -> BosonModel.VECTOR_MUON_ONLY;
      case String other -> throw new AssertionError(other);
    };
  }

  private static MuonNeutrinoBoson boson(JsonNode in) {
    return new MuonNeutrinoBoson(bosonModel(in), number(in, "m_X"), 1);
  }

  /// The spin sum from the rate, which is what can be seen of it.
  private static double spinSum(JsonNode in) {
    double delta = KAON.massGeV() * KAON.massGeV() - MUON.massGeV() * MUON.massGeV();
    double scale = 8 * Math.PI * MUON.massGeV() * delta;
    return boson(in).density(number(in, "s"), number(in, "t"))
        * scale
        * scale
        / BranchingFraction.MUON_NEUTRINO;
  }

  private static double threeNeutrinoSpinSum(JsonNode in) {
    return new ThreeNeutrinoAmplitude(lepton(in.path("pair").stringValue()))
        .spinSum(vector(in, "p_mu"), vector(in, "p_1"), vector(in, "p_2"), vector(in, "p_3"));
  }

  private static MuonThreeNeutrinos ofPair(JsonNode in) {
    String pair = in.path("pair").stringValue();
    return MuonThreeNeutrinos.standardModel(lepton(pair.substring(3, pair.indexOf(' '))));
  }

  private static Particle lepton(String flavour) {
    return switch (flavour) {
      case "e" -> ELECTRON;
      case "mu" -> MUON;
      case "tau" -> TAU;
      default -> throw new AssertionError(flavour);
    };
  }

  private static FourVector vector(JsonNode in, String name) {
    JsonNode v = in.path(name);
    return new FourVector(
        v.get(0).doubleValue(),
        v.get(1).doubleValue(),
        v.get(2).doubleValue(),
        v.get(3).doubleValue());
  }

  private static MuonThreeNeutrinos threeNeutrinos(String spectrum) {
    return Objects.requireNonNull(MuonThreeNeutrinos.SPECTRA.get(spectrum)).get();
  }

  private static double meanMissingMassSquared(MissingMassSpectrum spectrum) {
    return spectrum.integral(t -> t, 0) / spectrum.branchingFraction();
  }

  private static double[] binEdges() {
    return IntStream.rangeClosed(0, 76)
        .mapToDouble(k -> Math.min(k * 0.002, THREE_NEUTRINOS.highestGeV2()))
        .toArray();
  }

  private static double[] binFractions() {
    double[] edges = binEdges();
    return IntStream.range(0, 76)
        .mapToDouble(k ->
            THREE_NEUTRINOS.fractionAbove(edges[k]) - THREE_NEUTRINOS.fractionAbove(edges[k + 1]))
        .toArray();
  }

  private static double phaseSpace(JsonNode in) {
    double[] masses = in.path("masses").valueStream().mapToDouble(JsonNode::doubleValue).toArray();
    return PhaseSpace.volume(number(in, "M"), masses);
  }

  private static Particle particle(JsonNode in) {
    return switch (in.path("particle").stringValue()) {
      case "K" -> KAON;
      case "pi" -> PION;
      case "mu" -> MUON;
      case String other -> throw new AssertionError(other);
    };
  }

  /// Where a function with one maximum has it, by golden sections.
  private static double peak(DoubleUnaryOperator f, double from, double to) {
    double golden = (Math.sqrt(5) - 1) / 2;
    double low = from;
    double high = to;
    while (high - low > 1e-9 * to) {
      double left = high - golden * (high - low);
      double right = low + golden * (high - low);
      if (f.applyAsDouble(left) < f.applyAsDouble(right)) low = left;
      else high = right;
    }
    return (low + high) / 2;
  }

  private static double peak(PionZeroLeptonNeutrino decay) {
    DoubleUnaryOperator best =
        pion -> {
          DoubleUnaryOperator atPion = lepton -> decay.density(pion, lepton);
          double low = decay.lowestLeptonGeV(pion);
          double high = decay.highestLeptonGeV(pion);
          return atPion.applyAsDouble(peak(atPion, low, high));
        };
    double pion = peak(best, PION_ZERO.massGeV(), decay.highestPionGeV());
    return best.applyAsDouble(pion);
  }

  /// Largest density inside the Dalitz plot, on a grid that contains its edge and its corners.
  private static double peak(ThreePions decay) {
    double[] largest = {0};
    for (int i = 0; i <= 400; i++) {
      double s3 = decay.lowestGeV2() + i / 400.0 * (decay.highestGeV2() - decay.lowestGeV2());
      double width = decay.width(s3);
      for (int j = 0; j <= 20; j++) {
        double s1 = (3 * decay.centreGeV2() - s3 + width * (j / 10.0 - 1)) / 2;
        largest[0] = Math.max(largest[0], decay.density(s3, s1));
      }
    }
    return largest[0];
  }
}
