package dev.sanca.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MissingModulesTest {
    @ParameterizedTest
    @CsvSource({
        "pandas,pandas",
        "typing_extensions,typing_extensions",
        "yaml,PyYAML",
        "cv2,opencv-python",
        "PIL,Pillow",
        "sklearn,scikit-learn",
        "bs4,beautifulsoup4",
        "google.protobuf,protobuf",
        "distutils,setuptools",
    })
    void packageOfAModuleIsKnown(String module, String distribution) {
        assertThat(MissingModules.distribution(module)).isEqualTo(distribution);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_ctypes", "tkinter", "numpy.no_such", "a; rm -rf ~", "a b", "-r", "\u00fcber", "x\ny"})
    void moduleThatNoPackageHasIsLeftAlone(String module) {
        assertThat(MissingModules.distribution(module)).isNull();
    }

    @Test
    void exceptionMayHaveNoName() {
        assertThat(MissingModules.distribution(null)).isNull();
    }
}
