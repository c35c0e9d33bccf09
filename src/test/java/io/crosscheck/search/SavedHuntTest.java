package io.crosscheck.search;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crosscheck.backend.UnderTest;
import io.crosscheck.operation.Catalogue;
import io.crosscheck.operation.Profile;
import io.crosscheck.tensor.DType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedHuntTest {

  private static final List<String> SEARCH = List.of("operation softmax", "seed 5");

  @TempDir private Path folder;

  private static Hunt hunt() {
    Form form = Form.of(Catalogue.find("softmax").orElseThrow(), DType.FLOAT32, Map.of());
    UnderTest underTest = new UnderTest(WeakSoftmax.SHORT_POLYNOMIAL.backend(), Profile.STANDARD);
    return new Hunt(form, Optional.empty(), 5, underTest);
  }

  @Test
  void an_interrupted_search_finds_what_it_would_have_found() throws IOException {
    SavedHunt saved = new SavedHunt(folder.resolve("a/hunt.txt"), SEARCH);
    Hunt begun = hunt();
    begun.run(Budget.ofEvaluations(500), done -> {});
    saved.save(begun);
    Hunt resumed = hunt();
    saved.restore(resumed);
    assertThat(resumed.evaluations(), is(500L));
    assertThat(resumed.overBound(), is(begun.overBound()));
    resumed.run(Budget.ofEvaluations(900), done -> {});

    Hunt whole = hunt();
    whole.run(Budget.ofEvaluations(900), done -> {});
    assertThat(resumed.find().orElseThrow().request(), is(whole.find().orElseThrow().request()));
    saved.save(resumed);
    List<String> ofResumed = Files.readAllLines(saved.file());
    saved.save(whole);
    assertThat(Files.readAllLines(saved.file()), is(ofResumed));
  }

  @Test
  void another_search_is_not_gone_on_with() throws IOException {
    Path file = folder.resolve("hunt.txt");
    new SavedHunt(file, List.of("operation softmax", "seed 6")).save(hunt());
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class, () -> new SavedHunt(file, SEARCH).restore(hunt()));
    assertThat(refused.getMessage(), containsString("\"seed 6\" where this one has \"seed 5\""));
  }

  @Test
  void a_damaged_file_is_refused() throws IOException {
    Path file = folder.resolve("hunt.txt");
    new SavedHunt(file, SEARCH).save(hunt());
    Files.writeString(file, Files.readString(file) + "nonsense\n");
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class, () -> new SavedHunt(file, SEARCH).restore(hunt()));
    assertThat(refused.getMessage(), containsString("is damaged: \"nonsense\""));
  }
}
