package org.lacuna.application.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lacuna.analysis.result.ExampleRun;
import org.lacuna.analysis.result.Results;

class ResultsSchemaTest {
  private static final String SCHEMA_TEXT = schemaText();
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(SCHEMA_TEXT);

  private final String results = Json.pretty(ExampleRun.results());

  @Test
  void theResultsOfARunAreValid() {
    assertThat(errors(results)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lacuna/results/1|lacuna/results/2",
        "\"selected\"|\"chosen\"",
        "\"status\" : \"ok\"|\"status\" : \"fine\"",
        "\"unit\" : \"GeV^2\"|\"unit\" : 2",
        "\"selected\" : 219400000|\"selected\" : null",
        "\"pValue\" : 0.31|\"pValue\" : 1.31",
      })
  void aWrongFileIsInvalid(String written, String wrong) {
    String changed = results.replace(written, wrong);
    assertThat(changed).isNotEqualTo(results);
    assertThat(errors(changed)).isNotEmpty();
  }

  /// Every key is demanded and no other allowed, so that neither side can drift away.
  @Test
  void everyObjectIsClosed() {
    assertThat(count("\"type\": \"object\""))
        .isEqualTo(count("\"additionalProperties\": false"))
        .isEqualTo(count("\"required\""));
  }

  @Test
  void everyComponentOfEveryRecordIsDocumented() throws IOException {
    String outputs = Files.readString(Path.of("../docs/outputs.md"));
    assertThat(keys(Results.class, new ArrayList<>()))
        .allSatisfy(key -> assertThat(outputs).contains("`" + key + "`"));
  }

  private static List<String> keys(Type type, List<String> found) {
    if (type instanceof ParameterizedType list) {
      keys(list.getActualTypeArguments()[0], found);
    } else if (type instanceof Class<?> record && record.isRecord()) {
      for (RecordComponent component : record.getRecordComponents()) {
        found.add(component.getName());
        keys(component.getGenericType(), found);
      }
    }
    return found;
  }

  private static List<String> errors(String json) {
    return SCHEMA.validate(json, InputFormat.JSON).stream().map(Object::toString).toList();
  }

  private static int count(String part) {
    return SCHEMA_TEXT.split(Pattern.quote(part), -1).length - 1;
  }

  private static String schemaText() {
    try (InputStream in = Json.class.getResourceAsStream("results.schema.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
