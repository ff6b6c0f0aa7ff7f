package levada;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What a worker did, one line each, handed to the operating system before the worker goes on: a
 * kill loses nothing of it.
 *
 * <p>Does not: survive a power cut.
 */
final class Journal {
    private final Writer file;

    Journal(Path path) throws IOException {
        file = Files.newBufferedWriter(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Tab-separated: microseconds since 1970, then the fields. */
    synchronized void add(String... fields) {
        try {
            file.write(Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now())));
            for (String field : fields) {
                file.write('\t');
                file.write(field);
            }
            file.write('\n');
            file.flush();
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }
}
