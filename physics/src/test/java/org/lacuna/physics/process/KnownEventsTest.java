package org.lacuna.physics.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lacuna.core.batch.Ray;
import org.lacuna.core.random.Draws;
import org.lacuna.core.random.Role;
import org.lacuna.physics.decay.DecayModel;
import org.lacuna.physics.decay.DecayModelContract.Case;
import org.lacuna.physics.decay.FourVectors;
import org.lacuna.physics.decay.LeptonNeutral;
import org.lacuna.physics.decay.ToLaboratory;
import org.lacuna.physics.decay.Truth;
import org.lacuna.physics.particle.Particle;

/// The first events of every process are those of `known-events.csv`, to the last bit: whoever has
/// the seed of a published sample gets its events again.
///
/// That they follow their densities is the matter of [ProcessTest]; here a change that moves an
/// event is seen at once, by the name of its process. What this version gives instead is written to
/// `target/known-events.csv`: where the change is meant, that takes the place of the resource, and
/// the changelog says that results change.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KnownEventsTest {
  private static final long SEED = 20210610;
  private static final int EVENTS = 6;
  private static final Path AS_THEY_ARE_NOW = Path.of("target", "known-events.csv");

  private final Map<String, Supplier<List<String>>> samples = new LinkedHashMap<>();

  KnownEventsTest() {
    for (Supplier<Case> process : ProcessTest.CASES) {
      samples.put("process " + (samples.size() + 1), () -> decayed(process.get().model()));
    }
    samples.put("pion in flight", KnownEventsTest::muonsOfPions);
    samples.put("muon in flight", KnownEventsTest::positronsOfMuons);
  }

  private Stream<String> names() {
    return samples.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void eventsStayWhatTheyAre(String name) throws IOException {
    List<String> events = lines(name);
    List<String> known = known().filter(line -> line.startsWith(name + ",")).toList();
    if (!events.equals(known)) {
      Files.createDirectories(AS_THEY_ARE_NOW.getParent());
      Files.write(AS_THEY_ARE_NOW, names().flatMap(each -> lines(each).stream()).toList());
    }
    assertThat(events).as(name).isEqualTo(known);
  }

  private List<String> lines(String name) {
    return Objects.requireNonNull(samples.get(name)).get().stream()
        .map(event -> name + "," + event)
        .toList();
  }

  private static Stream<String> known() throws IOException {
    try (InputStream file = KnownEventsTest.class.getResourceAsStream("/known-events.csv")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), UTF_8).lines();
    }
  }

  /// The model, and for each event its weight and the daughters, in the frame of the kaon and in
  /// the laboratory.
  private static List<String> decayed(DecayModel model) {
    Truth truth = truth(model);
    Draws draw = draws(model.name());
    model.decay(truth, draw);
    draw.stage("to laboratory");
    ToLaboratory.apply(truth, draw);
    List<float[]> columns = new ArrayList<>(List.of(truth.weight[0]));
    columns.addAll(columns(truth.charged));
    for (FourVectors photon : truth.photon) columns.addAll(columns(photon));
    for (FourVectors companion : truth.companion) columns.addAll(columns(companion));
    columns.addAll(columns(truth.chargedRay));
    for (Ray photon : truth.photonRay) columns.addAll(columns(photon));
    for (Ray companion : truth.companionRay) columns.addAll(columns(companion));
    List<String> all = new ArrayList<>();
    all.add(
        "%s,%s,%d of %s,%d photons,%s"
            .formatted(
                model.name(),
                model.branchingFraction(),
                model.candidates(),
                model.charged(),
                model.photons(),
                model.companions()));
    all.addAll(events(columns));
    return all;
  }

  private static List<String> muonsOfPions() {
    FourVectors muon = new FourVectors();
    PionMuon.inFlight(muonic(), draws("in flight"), "muon", flying(Particle.PION, 0.25f), muon);
    return events(columns(muon));
  }

  private static List<String> positronsOfMuons() {
    FourVectors positron = new FourVectors();
    MuonPositron.decay(muonic(), draws("in flight"), flying(Particle.MUON, -0.2f), positron);
    return events(columns(positron));
  }

  private static Truth muonic() {
    return truth(new LeptonNeutral("munu", 1, Particle.MUON, 0));
  }

  private static Truth truth(DecayModel model) {
    Truth truth = new Truth(model, 1);
    truth.number(0, EVENTS);
    Arrays.fill(truth.weight[0], 1f);
    for (int i = 0; i < truth.n; i++) {
      truth.kaon.x[i] = 0.01f;
      truth.kaon.y[i] = -0.005f;
      truth.kaon.z[i] = 102.4f;
      truth.kaon.slopeX[i] = 1.2e-3f;
      truth.kaon.slopeY[i] = -0.1e-3f;
      truth.kaon.momentum[i] = 74f + i;
      truth.decayZ[i] = 140f + i;
    }
    return truth;
  }

  private static Draws draws(String name) {
    Draws draw = new Draws(Role.STUDY, name, SEED);
    draw.stage("decay");
    return draw;
  }

  private static FourVectors flying(Particle particle, float alongGeV) {
    FourVectors vectors = new FourVectors();
    double mass = particle.massGeV();
    Arrays.fill(vectors.x, 0.1f);
    Arrays.fill(vectors.y, -0.05f);
    Arrays.fill(vectors.z, alongGeV);
    double momentum2 = 0.1 * 0.1 + 0.05 * 0.05 + alongGeV * alongGeV;
    Arrays.fill(vectors.energy, (float) Math.sqrt(mass * mass + momentum2));
    return vectors;
  }

  private static List<float[]> columns(FourVectors v) {
    return List.of(v.energy, v.x, v.y, v.z);
  }

  private static List<float[]> columns(Ray ray) {
    return List.of(ray.x, ray.y, ray.z, ray.slopeX, ray.slopeY, ray.momentum);
  }

  private static List<String> events(List<float[]> columns) {
    IntFunction<String> event =
        i -> columns.stream().map(column -> Float.toString(column[i])).collect(joining(","));
    return IntStream.range(0, EVENTS).mapToObj(event).toList();
  }
}
