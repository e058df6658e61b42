using CsCheck;
using Integration.Common;
using Integration.Events;

namespace Integration.Core.Tests.Events;

public sealed class PlaceSituationTests
{
    private static readonly OrganisationId[] Organisations = [OrganisationId.New(), OrganisationId.New(), OrganisationId.New()];

    private static readonly Gen<PlaceQuota[]> Quotas = Gen.Select(Gen.Int[0, 6], Gen.Int[0, 9], Gen.Bool).Array[3].Select(drawn => drawn
        .Select((q, i) => new PlaceQuota { OrganisationId = Organisations[i], Guaranteed = Math.Min(q.Item1, q.Item2), AtMost = q.Item3 ? q.Item2 : null })
        .ToArray());

    // Who asks for a place or gives one back, in any order.
    private static readonly Gen<(int Who, bool Back)[]> Acts = Gen.Select(Gen.Int[0, 2], Gen.Bool).Array[0, 60];

    [Fact]
    public void AnyOrderOfRequests_SellsNoPlaceTwiceAndKeepsWhatIsPromised() =>
        Gen.Select(Gen.Int[0, 20], Quotas, Acts).Where((places, quotas, _) => quotas.Sum(q => q.Guaranteed) <= places).Sample((places, quotas, acts) =>
        {
            var situation = new PlaceSituation(places, new Dictionary<OrganisationId, int>(), quotas);
            var held = new int[3];
            foreach (var (who, back) in acts)
            {
                if (back && held[who] > 0)
                {
                    situation.Release(Organisations[who]);
                    held[who]--;
                }
                else if (!back && situation.TryTake(Organisations[who]))
                {
                    held[who]++;
                }

                Assert.Equal(held.Sum(), situation.Taken);
                Assert.InRange(situation.Taken, 0, places);
                for (var i = 0; i < 3; i++)
                {
                    Assert.True(held[i] <= (quotas[i].AtMost ?? int.MaxValue));
                    // The promise can be kept at every moment.
                    Assert.True(situation.FreeFor(Organisations[i]) >= quotas[i].Guaranteed - held[i]);
                }
            }
        });

    [Fact]
    public void WithoutALimit_EverybodyGetsAPlace()
    {
        var situation = new PlaceSituation(null, new Dictionary<OrganisationId, int> { [Organisations[0]] = 100_000 }, []);

        Assert.Null(situation.FreeFor(Organisations[0]));
        Assert.True(situation.TryTake(Organisations[0]));
    }

    [Fact]
    public void FewerPlacesThanAreTaken_FreeNone()
    {
        var situation = new PlaceSituation(5, new Dictionary<OrganisationId, int> { [Organisations[0]] = 8 }, [new() { OrganisationId = Organisations[1], Guaranteed = 2 }]);

        Assert.Equal(0, situation.FreeFor(Organisations[0]));
        Assert.False(situation.TryTake(Organisations[1]));
    }
}
