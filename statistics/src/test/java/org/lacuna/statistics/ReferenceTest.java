package org.lacuna.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class ReferenceTest {
  /// Of the text that `sha256sum *.json pyhf/*.json` prints in the folder.
  @Test
  void theReferenceFilesAreUnchanged() throws IOException, NoSuchAlgorithmException {
    StringBuilder sums = new StringBuilder();
    for (Path file : Reference.files()) {
      sums.append(sha256(Files.readAllBytes(file)))
          .append("  ")
          .append(Reference.FOLDER.relativize(file).toString().replace('\\', '/'))
          .append('\n');
    }
    assertThat(sha256(sums.toString().getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("a1479e1abc3fbeb8418309c2c0acb21ccdc793ecb1ead45b96f6224789af75c8");
  }

  private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
