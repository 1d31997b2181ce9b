package dev.gradgap.verify.decimal;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.math3.dfp.Dfp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against values from mpmath 1.3.0 with 80 digits, another implementation in another language. */
class DecimalFunctionsTest {

    private static final double FIFTY_DIGITS = 1e-50;

    @ParameterizedTest
    @CsvSource({
        "exp, -7.5, 0.00055308437014783358310200008853035719781133658244019725289",
        "exp, 100.125, 30460357809113724615997183705859451321463691.937227441167",
        "expm1, 0.0009765625, 0.00097703949241653524284529261160650646585162918174419940186",
        "expm1, -3.25, -0.9612257921682779901131001647324038567398559380639798543",
        "log, 0.0625, -2.7725887222397812376689284858327062723020005374410210165",
        "log, 1.0009765625, 0.00097608597305545889596082490801718667261183433378453623776",
        "log, 40.125, 3.6919995814501799364479476895712730019841364308733912429",
        "log1p, -0.0009765625, -0.00097703964782661278596807515175346583586500136179394249682",
        "log1p, 3, 1.3862943611198906188344642429163531361510002687205105082",
        "sin, 3.25, -0.10819513453010837703583084256082500101890693920231038459",
        "sin, -40.125, -0.65614921462852627058047572526481852778883227952434285214",
        "cos, 1.5, 0.070737201667702910088189851434268709085091027563346869423",
        "cos, 40.125, -0.75463117358241182505873650906332826328203687043122547883",
        "tan, 1.5, 14.101419947171719387646083651987756445659543577235861866",
        "asin, 0.9990234375, 1.5265985556491813013047550036769961989655005985804929756",
        "asin, -0.25, -0.25268025514207865348565743699371097225219373309683819363",
        "acos, 0.9990234375, 0.044197771145715317926566687962755243133084101107059934922",
        "acos, -0.5, 2.0943951023931954923084289221863352561314462662500705473",
        "acos, -0.9990234375, 3.0973948824440779205360766953167476410640852982680458861",
        "atan, 1, 0.78539816339744830961566084581987572104929234984377645524",
        "atan, -0.0009765625, -0.00097656218955931943040343019971729085163419701581008759005",
        "atan, 40.125, 1.5458793663015976200802060731685585021773261425441381741",
        "sinh, 0.0009765625, 0.00097656265522043650406675150063853807332477420160950694585",
        "sinh, -7.5, -904.02093068584652953510919038935846083532327339164523559",
        "cosh, -0.75, 1.2946832846768446878417081853901817615523475819194400521",
        "tanh, -0.0009765625, -0.00097656218955926021858407527014677176284700885836825906516",
        "tanh, 20.5, 0.99999999999999999687423562133002246870343548526938704121",
        "sigmoid, -40.125, 3.749159471376912748364110737086866806464884043754125734e-18",
        "sigmoid, 3.25, 0.96267311265587053980228583396150185473977779788481279625"
    })
    void functionsAgreeWithMpmathToFiftyDigits(String function, String argument, String expected) {
        assertFiftyDigits(value(function, number(argument)), expected);
    }

    private static Dfp value(String function, Dfp x) {
        return switch (function) {
            case "exp" -> DecimalFunctions.exp(x);
            case "expm1" -> DecimalFunctions.expm1(x);
            case "log" -> DecimalFunctions.log(x);
            case "log1p" -> DecimalFunctions.log1p(x);
            case "sin" -> DecimalFunctions.sin(x);
            case "cos" -> DecimalFunctions.cos(x);
            case "tan" -> DecimalFunctions.tan(x);
            case "asin" -> DecimalFunctions.asin(x);
            case "acos" -> DecimalFunctions.acos(x);
            case "atan" -> DecimalFunctions.atan(x);
            case "sinh" -> DecimalFunctions.sinh(x);
            case "cosh" -> DecimalFunctions.cosh(x);
            case "tanh" -> DecimalFunctions.tanh(x);
            case "sigmoid" -> DecimalFunctions.sigmoid(x);
            default -> throw new IllegalArgumentException(function);
        };
    }

    @Test
    void functionsOfTwoNumbersAgreeWithMpmathToFiftyDigits() {
        assertFiftyDigits(
                DecimalFunctions.hypot(number("3.25"), number("-1.5")),
                "3.5794552658190882886099003077584355084492111257392705395");
        assertFiftyDigits(
                DecimalFunctions.atan2(number("1.5"), number("-3.25")),
                "2.7091848780192553985020988967107794592011280088143855974");
        assertFiftyDigits(
                DecimalFunctions.atan2(number("-3.25"), number("-1.5")),
                "-2.003204102365434459191866178208474867094626090248273134");
        assertFiftyDigits(
                DecimalFunctions.pow(number("0.625"), number("-2.75")),
                "3.6419162317597138969096626077546185620188989980718189732");
        assertFiftyDigits(DecimalFunctions.pow(number("-1.5"), number("5")), "-7.59375");
    }

    @Test
    void everyDigitOfADoubleIsKept() {
        assertThat(DecimalFunctions.of(0.1))
                .isEqualTo(number("0.1000000000000000055511151231257827021181583404541015625"));
    }

    private static Dfp number(String decimal) {
        return DecimalFunctions.zero().newInstance(decimal);
    }

    private static void assertFiftyDigits(Dfp number, String expected) {
        Dfp exact = number(expected);
        double relativeError = number.subtract(exact).divide(exact).abs().toDouble();
        assertThat(relativeError).isLessThan(FIFTY_DIGITS);
    }
}
